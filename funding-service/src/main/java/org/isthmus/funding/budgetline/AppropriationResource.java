package org.isthmus.funding.budgetline;

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

@Path("/v1/appropriations")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Appropriations", description = "What the budget authority gives a line for a year.")
class AppropriationResource {

    private static final Listing LISTING = Listing.over(Appropriations.DOCUMENT)
            .answers(AppropriationView.class, "listAppropriations")
            .filter("budgetLine", "budget_line", Listing.Type.TEXT, "Code of the budget line.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("kind", "kind", Appropriation.Kind.class, "Kind.")
            .filter("status", "status", Appropriation.Status.class, "Status.")
            .from("effectiveFrom", "effective_on", Listing.Type.DATE, "Effective on that day or later.")
            .until("effectiveTo", "effective_on", Listing.Type.DATE, "Effective on that day or earlier.")
            .sort("year", "year", Listing.Type.INTEGER)
            .sort("amount", "amount", Listing.Type.NUMBER)
            .sort("effectiveOn", "effective_on", Listing.Type.DATE)
            .facets("budgetLine", "year", "kind")
            .csv("id", "/id")
            .csv("budgetLine", "/budgetLine")
            .csv("year", "/year")
            .csv("kind", "/kind")
            .csv("amount", "/amount/amount")
            .csv("currency", "/amount/currency")
            .csv("effectiveOn", "/effectiveOn")
            .csv("status", "/status")
            .csv("reason", "/reason");

    private final Appropriate appropriate;
    private final Booking booking;
    private final Documents documents;
    private final Lists lists;
    private final Caller caller;

    AppropriationResource(Appropriate appropriate, Booking booking, Documents documents, Lists lists, Caller caller) {
        this.appropriate = appropriate;
        this.booking = booking;
        this.documents = documents;
        this.lists = lists;
        this.caller = caller;
    }

    @Schema(name = "BookedAppropriation")
    record Booked(
            @JsonUnwrapped AppropriationView appropriation,
            @Schema(required = true) Movement movement) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = Booked.class, responseCode = "201")
    @Operation(operationId = "createAppropriation", summary = "Give a budget line appropriations of a year")
    public RestResponse<Booked> create(@Valid @NotNull NewAppropriation asked) {
        Booking.Booked<AppropriationView> booked = booking.book(
                appropriate.decisions(List.of(asked), caller.name()).getFirst());
        AppropriationView view = booked.shown();
        return Answers.created("/v1/appropriations/" + view.id(), new Booked(view, booked.movement()), view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listAppropriations", summary = "List appropriations")
    public Response list() {
        return lists.answer(LISTING, Scope.all());
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(AppropriationView.class)
    @Operation(operationId = "getAppropriation", summary = "Read an appropriation")
    public Response get(@RestPath UUID id) {
        return documents.answer(Appropriations.DOCUMENT, id, Scope.all());
    }
}
