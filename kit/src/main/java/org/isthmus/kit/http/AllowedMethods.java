package org.isthmus.kit.http;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** What each path takes: {@code OPTIONS} tells it, and so does the refusal of another method (RFC 9110, section 10.2.1). */
@Singleton
class AllowedMethods {

    /** A media type that a PATCH takes; RFC 5789, section 3.1. */
    static final String ACCEPT_PATCH = "Accept-Patch";

    private static final String PARAMETER = "[^/]+";

    static final String MERGE_PATCH = "application/merge-patch+json";

    /** @param literals how much of it is no parameter: of two that match, the one with more is meant (JAX-RS 3.7.2) */
    private record Address(Pattern path, int literals, Set<String> methods) {}

    private final List<Address> addresses;

    AllowedMethods(BeanManager beans) {
        Map<String, Set<String>> byPath = new TreeMap<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .forEach(type -> collect(type, byPath));
        addresses = byPath.entrySet().stream()
                .map(each -> new Address(Pattern.compile(each.getKey()), literals(each.getKey()), each.getValue()))
                .toList();
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response tell(ContainerRequestContext request) {
        Set<String> methods = at(request.getUriInfo().getPath());
        return request.getMethod().equals(HttpMethod.OPTIONS) && !methods.isEmpty()
                ? allow(Response.noContent(), methods).build()
                : null;
    }

    /** The same on an answer about the path. */
    Response.ResponseBuilder allow(Response.ResponseBuilder answer, String path) {
        return allow(answer, at(path));
    }

    private static Response.ResponseBuilder allow(Response.ResponseBuilder answer, Set<String> methods) {
        answer.header(HttpHeaders.ALLOW, String.join(", ", methods));
        return methods.contains(HttpMethod.PATCH) ? answer.header(ACCEPT_PATCH, MERGE_PATCH) : answer;
    }

    private Set<String> at(String path) {
        return addresses.stream()
                .filter(address -> address.path().matcher(path).matches())
                .max(Comparator.comparingInt(Address::literals))
                .map(Address::methods)
                .orElse(Set.of());
    }

    private static int literals(String pattern) {
        return pattern.replace(PARAMETER, "").length();
    }

    private static void collect(Class<?> type, Map<String, Set<String>> byPath) {
        for (Method method : type.getMethods()) {
            verb(method).forEach(verb -> {
                Set<String> methods = byPath.computeIfAbsent(pattern(type, method), path -> new TreeSet<>());
                methods.add(verb);
                methods.add(HttpMethod.OPTIONS);
                if (verb.equals(HttpMethod.GET)) {
                    methods.add(HttpMethod.HEAD);
                }
            });
        }
    }

    private static Stream<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value());
    }

    private static String pattern(Class<?> type, Method method) {
        Path path = method.getAnnotation(Path.class);
        String whole = type.getAnnotation(Path.class).value() + "/" + (path == null ? "" : path.value());
        return "/?"
                + whole.replaceAll("/+", "/")
                        .replaceAll("^/|/$", "")
                        .replace(".", "\\.")
                        .replaceAll("\\{[^}]*}", PARAMETER)
                + "/?";
    }
}
