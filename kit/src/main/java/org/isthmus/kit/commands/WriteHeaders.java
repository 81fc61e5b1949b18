package org.isthmus.kit.commands;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Set;
import org.isthmus.kit.http.Preconditions;
import org.isthmus.kit.http.RequestNotes;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Notes what is wrong with the headers of a write before its body is read, so that both are told at once. */
class WriteHeaders {

    /** They change one version of a thing, which they must name. */
    private static final Set<String> EDITS = Set.of(HttpMethod.PUT, HttpMethod.PATCH);

    private final CurrentRequest request;
    private final Preconditions preconditions;
    private final RequestNotes notes;

    WriteHeaders(CurrentRequest request, Preconditions preconditions, RequestNotes notes) {
        this.request = request;
        this.preconditions = preconditions;
        this.notes = notes;
    }

    /** After those that say who may. */
    @ServerRequestFilter(priority = Priorities.USER + 1)
    public void note(ResourceInfo resource) {
        Write write = resource.getResourceMethod().getAnnotation(Write.class);
        boolean isWrite = write != null || resource.getResourceClass().isAnnotationPresent(Write.class);
        if (isWrite) {
            notes.faults(request.faults(write != null && write.keyRequired()));
            notes.faults(preconditions.faults());
            if (EDITS.contains(request.method())) {
                preconditions.noteMissing();
            }
        }
    }
}
