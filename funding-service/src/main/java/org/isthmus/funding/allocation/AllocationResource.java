package org.isthmus.funding.allocation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.constraints.NotNull;
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
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/allocations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Allocations", description = "Money of a budget line and year set aside for a priority action.")
class AllocationResource {

    private final Allocate allocate;
    private final Booking booking;
    private final Aggregates<Allocation, AllocationView> allocations;
    private final Caller caller;

    AllocationResource(Allocate allocate, Booking booking, Allocations allocations, Caller caller) {
        this.allocate = allocate;
        this.booking = booking;
        this.allocations = allocations.all();
        this.caller = caller;
    }

    @Schema(name = "BookedAllocation")
    record Booked(
            @JsonUnwrapped AllocationView allocation,
            @Schema(required = true) Movement movement) {}

    @POST
    @Write(keyRequired = true)
    @Operation(
            operationId = "createAllocation",
            summary = "Set money aside for an action",
            description = "Adds to what is set aside already, up to the financing decision and the appropriations left."
                    + " Adopting a work programme does this by itself.")
    public RestResponse<Booked> create(@NotNull NewAllocation asked) {
        Booking.Booked<AllocationView> booked =
                booking.book(allocate.decisions(List.of(asked), caller.name()).getFirst());
        AllocationView view = booked.shown();
        return Answers.created("/v1/allocations/" + view.id(), new Booked(view, booked.movement()), view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAllocations", summary = "List allocations")
    public Response list() {
        return allocations.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAllocation", summary = "Read an allocation")
    public Response get(@RestPath UUID id) {
        return allocations.read(id);
    }
}
