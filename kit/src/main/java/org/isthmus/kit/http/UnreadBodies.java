package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.isthmus.kit.rules.Fault;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that say something to a change that takes none, such as a step without particulars: they would go unread,
 * and the caller would think that they had counted. An empty object says nothing.
 */
class UnreadBodies {

    private static final Set<String> CHANGES = Set.of("POST", "PUT", "PATCH");
    private static final int LONGEST = 100_000;

    private final ObjectMapper json;
    private final RequestNotes notes;
    private final Map<Method, Boolean> known = new ConcurrentHashMap<>();

    UnreadBodies(ObjectMapper json, RequestNotes notes) {
        this.json = json;
        this.notes = notes;
    }

    /** After those that say who may. */
    @ServerRequestFilter(priority = Priorities.USER + 2)
    public void refuse(ContainerRequestContext request, ResourceInfo resource) throws IOException {
        if (CHANGES.contains(request.getMethod())
                && known.computeIfAbsent(resource.getResourceMethod(), UnreadBodies::takesNone)) {
            byte[] body = request.getEntityStream().readNBytes(LONGEST);
            if (body.length > 0) {
                check(request, body);
            }
        }
    }

    /** What a method reads of the address or the headers is annotated; its body is not. */
    private static boolean takesNone(Method method) {
        return Arrays.stream(method.getParameters()).allMatch(UnreadBodies::isOfAddress);
    }

    private static boolean isOfAddress(Parameter parameter) {
        return Arrays.stream(parameter.getAnnotations())
                .map(annotation -> annotation.annotationType().getPackageName())
                .anyMatch(of -> of.equals("org.jboss.resteasy.reactive") || of.startsWith("jakarta.ws.rs"));
    }

    private void check(ContainerRequestContext request, byte[] read) throws IOException {
        MediaType type = type(request);
        boolean isJson = type == null || type.isCompatible(MediaType.APPLICATION_JSON_TYPE);
        List<String> encodings = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING);
        if (!isJson || !Utf8.isNamed(type) || !StrictBodies.isPlain(encodings)) {
            throw new NotSupportedException();
        }
        byte[] body = Utf8.checked(read);
        notes.body(body);
        List<Fault> faults = faults(body);
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
    }

    private static @Nullable MediaType type(ContainerRequestContext request) {
        try {
            return request.getMediaType();
        } catch (IllegalArgumentException e) {
            throw new NotSupportedException(e);
        }
    }

    private List<Fault> faults(byte[] body) throws IOException {
        try {
            JsonNode said = json.readTree(body);
            if (said instanceof ObjectNode object) {
                List<Fault> faults = new ArrayList<>();
                object.fieldNames().forEachRemaining(name -> faults.add(unknown(name)));
                return faults;
            }
            return said.isMissingNode()
                    ? List.of()
                    : List.of(Fault.at("", "form", "Nothing or an empty JSON object belongs here."));
        } catch (JsonProcessingException e) {
            return List.of(Unreadable.fault(e));
        }
    }

    private static Fault unknown(String name) {
        return Fault.at(
                JsonPointer.empty().appendProperty(name).toString(),
                "unknown-field",
                "There is no field '%s' here; this operation takes no particulars.".formatted(name));
    }
}
