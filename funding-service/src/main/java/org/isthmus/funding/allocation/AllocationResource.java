package org.isthmus.funding.allocation;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.security.Caller;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/allocations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Allocations", description = "Money of a budget line and year set aside for a priority action.")
class AllocationResource {

    private static final Listing LISTING = Listing.over(Allocations.DOCUMENT)
            .answers(AllocationView.class, "listAllocations")
            .filter("actionId", "action_id", Listing.Type.UUID, "Id of the action.")
            .filter("workProgrammeId", "work_programme_id", Listing.Type.UUID, "Id of the work programme.")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("budgetLine", "budget_line", Listing.Type.TEXT, "Code of the budget line.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("status", "status", AllocationStatus.class, "Status.")
            .from("amountFrom", "amount", Listing.Type.NUMBER, "At least this amount.")
            .until("amountTo", "amount", Listing.Type.NUMBER, "At most this amount.")
            .sort("year", "year", Listing.Type.INTEGER)
            .sort("amount", "amount", Listing.Type.NUMBER)
            .facets("programme", "budgetLine", "year", "status")
            .csv("id", "/id")
            .csv("action", "/reference")
            .csv("programme", "/programme")
            .csv("budgetLine", "/budgetLine/code")
            .csv("year", "/budgetLine/year")
            .csv("status", "/status")
            .csv("amount", "/amount/amount")
            .csv("currency", "/amount/currency")
            .csv("refusal", "/refusal/detail");

    private final Allocate allocate;
    private final Booking booking;
    private final Documents documents;
    private final Lists lists;
    private final Caller caller;

    AllocationResource(Allocate allocate, Booking booking, Documents documents, Lists lists, Caller caller) {
        this.allocate = allocate;
        this.booking = booking;
        this.documents = documents;
        this.lists = lists;
        this.caller = caller;
    }

    @Schema(name = "BookedAllocation")
    record Booked(
            @JsonUnwrapped AllocationView allocation,
            @Schema(required = true) Movement movement) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = Booked.class, responseCode = "201")
    @Operation(
            operationId = "createAllocation",
            summary = "Set money aside for an action",
            description = "Adds to what is set aside already, up to the financing decision and the appropriations left."
                    + " Adopting a work programme does this by itself.")
    public RestResponse<Booked> create(@Valid @NotNull NewAllocation asked) {
        Booking.Booked<AllocationView> booked =
                booking.book(allocate.decisions(List.of(asked), caller.name()).getFirst());
        AllocationView view = booked.shown();
        return Answers.created("/v1/allocations/" + view.id(), new Booked(view, booked.movement()), view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAllocations", summary = "List allocations")
    public Response list() {
        return lists.answer(LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(AllocationView.class)
    @Operation(operationId = "getAllocation", summary = "Read an allocation")
    public Response get(@RestPath UUID id) {
        return documents.answer(Allocations.DOCUMENT, id, Scope.all());
    }
}
