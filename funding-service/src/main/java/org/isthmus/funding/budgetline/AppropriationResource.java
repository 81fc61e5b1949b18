package org.isthmus.funding.budgetline;

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

@Path("/v1/appropriations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appropriations", description = "What the budget authority gives a line for a year.")
class AppropriationResource {

    private final Appropriate appropriate;
    private final Booking booking;
    private final Aggregates<Appropriation, AppropriationView> appropriations;
    private final Caller caller;

    AppropriationResource(Appropriate appropriate, Booking booking, Appropriations appropriations, Caller caller) {
        this.appropriate = appropriate;
        this.booking = booking;
        this.appropriations = appropriations.all();
        this.caller = caller;
    }

    @Schema(name = "BookedAppropriation")
    record Booked(
            @JsonUnwrapped AppropriationView appropriation,
            @Schema(required = true) Movement movement) {}

    @POST
    @Write(keyRequired = true)
    @Operation(operationId = "createAppropriation", summary = "Give a budget line appropriations of a year")
    public RestResponse<Booked> create(@NotNull NewAppropriation asked) {
        Booking.Booked<AppropriationView> booked = booking.book(
                appropriate.decisions(List.of(asked), caller.name()).getFirst());
        AppropriationView view = booked.shown();
        return Answers.created("/v1/appropriations/" + view.id(), new Booked(view, booked.movement()), view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppropriations", summary = "List appropriations")
    public Response list() {
        return appropriations.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAppropriation", summary = "Read an appropriation")
    public Response get(@RestPath UUID id) {
        return appropriations.read(id);
    }
}
