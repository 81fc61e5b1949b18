package org.isthmus.kit.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.isthmus.kit.http.RequestNotes;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Enforces the {@link Policy}: no token where one is needed is 401, a token without the role is 403, but for deputies. */
class PolicyFilter {

    private final Policy policy;
    private final Caller caller;
    private final RequestNotes notes;
    private final Deputy deputy;
    private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    PolicyFilter(Policy policy, Caller caller, RequestNotes notes, Deputy deputy) {
        this.deputy = deputy;
        this.policy = policy;
        this.caller = caller;
        this.notes = notes;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> roles = known.computeIfAbsent(resource.getResourceMethod(), this::row)
                .orElseThrow(() -> new ForbiddenException("no policy row"));
        notes.operation(operationId(resource.getResourceMethod()));
        if (caller.isAnonymous()) {
            if (!roles.contains(Policy.PUBLIC)) {
                throw new UnauthorizedException();
            }
            return;
        }
        if (!roles.contains(Policy.PUBLIC) && roles.stream().noneMatch(caller::has) && !deputy.takes(roles)) {
            throw new ForbiddenException("This is for %s; your token has %s"
                    .formatted(words(roles), caller.roles().isEmpty() ? "no role" : words(caller.roles())));
        }
    }

    private Optional<Set<String>> row(Method method) {
        return policy.rolesFor(operationId(method));
    }

    private static String operationId(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? "" : operation.operationId();
    }

    private static String words(Collection<String> roles) {
        return String.join(", ", new TreeSet<>(roles));
    }
}
