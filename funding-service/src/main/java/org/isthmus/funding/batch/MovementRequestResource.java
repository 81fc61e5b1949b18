package org.isthmus.funding.batch;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/movement-requests")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Movement requests", description = "Movements that one person asks for and another one confirms.")
class MovementRequestResource {

    private final RequestMovements requested;
    private final Aggregates<RequestedMovements, RequestedMovementsView> requests;

    MovementRequestResource(RequestMovements requested, MovementRequests requests) {
        this.requested = requested;
        this.requests = requests.all();
    }

    @Schema(
            name = "MovementRequestRejection",
            description = "Why the movements are not booked; who asked for them reads it.")
    record Rejection(
            @NotBlank @Size(max = 2000) @Schema(required = true)
            String reason) {}

    @Schema(name = "ConfirmedMovements", description = "What was confirmed and the movements that it booked.")
    record Booked(
            @JsonUnwrapped RequestedMovementsView request,

            @Schema(required = true, description = "One per row, in the same order.")
            List<Movement> movements) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listMovementRequests", summary = "List requests for movements")
    public Response list() {
        return requests.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMovementRequest", summary = "Read a request for movements")
    public Response get(@RestPath UUID id) {
        return requests.read(id);
    }

    @GET
    @Path("/{id}/movements")
    @Operation(
            operationId = "getRequestedMovements",
            summary = "Read the movements that a request asks for",
            description = "All of its rows, as they were asked for and are confirmed.")
    public BatchResource.Batch movements(@RestPath UUID id) {
        requests.requireShown(id);
        return requested.rows(id);
    }

    @POST
    @Path("/{id}/confirm")
    @Write(keyRequired = true)
    @Operation(
            operationId = "confirmMovementRequest",
            summary = "Book the movements that somebody else asked for",
            description = "All of them or none: what the rules forbid by now is refused, and the request stays open.")
    public RestResponse<Booked> confirm(@RestPath UUID id) {
        RequestMovements.Confirmed confirmed = requested.confirm(id);
        RequestedMovementsView view = confirmed.request();
        return Answers.ok(new Booked(view, confirmed.movements()), view.version());
    }

    @POST
    @Path("/{id}/reject")
    @Write(keyRequired = true)
    @Operation(operationId = "rejectMovementRequest", summary = "Reject movements that are not confirmed yet")
    public RestResponse<RequestedMovementsView> reject(@RestPath UUID id, @NotNull Rejection rejection) {
        return requested.reject(id, rejection.reason());
    }
}
