package org.isthmus.kit.access;

import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Enforces the {@link Policy}: no token where one is needed is 401, a token without the role is 403. */
class PolicyFilter {

    private final Policy policy;
    private final Caller caller;
    private final Map<Method, Optional<Set<String>>> known = new ConcurrentHashMap<>();

    PolicyFilter(Policy policy, Caller caller) {
        this.policy = policy;
        this.caller = caller;
    }

    @ServerRequestFilter
    public void check(ContainerRequestContext request, ResourceInfo resource) {
        Set<String> roles = known.computeIfAbsent(resource.getResourceMethod(), this::row)
                .orElseThrow(() -> new ForbiddenException("no policy row"));
        if (caller.isAnonymous()) {
            if (!roles.contains(Policy.PUBLIC)) {
                throw new UnauthorizedException();
            }
            return;
        }
        if (!roles.contains(Policy.PUBLIC) && roles.stream().noneMatch(caller::has)) {
            throw new ForbiddenException();
        }
    }

    private Optional<Set<String>> row(Method method) {
        Operation operation = method.getAnnotation(Operation.class);
        return operation == null ? Optional.empty() : policy.rolesFor(operation.operationId());
    }
}
