package org.isthmus.kit.lists;

import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.RequestNotes;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses parameters that an operation does not take where it does not read them itself: writes, which are refused with all
 * that is wrong with them, take {@code dryRun},
 * and what is answered as a plain object takes none. Lists, details and totals read their {@link Parameters}.
 */
class UndeclaredParameters {

    private final Map<Method, Parameters> known = new ConcurrentHashMap<>();
    private final RequestNotes notes;

    UndeclaredParameters(RequestNotes notes) {
        this.notes = notes;
    }

    /** After those that say who may. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void refuse(ContainerRequestContext request, ResourceInfo resource) {
        Method method = resource.getResourceMethod();
        boolean isRead =
                request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!isRead || !Response.class.isAssignableFrom(method.getReturnType())) {
            Asked asked = known.computeIfAbsent(method, UndeclaredParameters::declared)
                    .read(request.getUriInfo().getQueryParameters());
            if (isRead) {
                asked.refuseIfFaulty();
            } else {
                notes.faults(asked.faults());
            }
        }
    }

    private static Parameters declared(Method method) {
        Parameters declared = new Parameters();
        if (method.isAnnotationPresent(Write.class)
                || method.getDeclaringClass().isAnnotationPresent(Write.class)) {
            declared.add("dryRun", Type.BOOLEAN, "Answers what would happen and changes nothing.");
        }
        return declared;
    }
}
