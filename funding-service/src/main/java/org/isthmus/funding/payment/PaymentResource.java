package org.isthmus.funding.payment;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.validation.Valid;
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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.journal.VisibleMoney;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.security.Caller;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Payments", description = "Requested, authorised and executed by three different people.")
class PaymentResource {

    private static final String PUBLIC = "payment_public";

    private static final Listing LISTING = Listing.over(Payments.DOCUMENT)
            .answers(PaymentView.class, "listPayments")
            .filter("commitmentId", "commitment_id", Listing.Type.UUID, "Id of the commitment.")
            .filter("projectId", "project_id", Listing.Type.UUID, "Id of the project.")
            .filter("kind", "kind", PaymentKind.class, "Kind.")
            .filter("status", "status", PaymentStatus.class, "Status.")
            .from("executedFrom", "executed_on", Listing.Type.DATE, "Executed on that day or later.")
            .until("executedTo", "executed_on", Listing.Type.DATE, "Executed on that day or earlier.")
            .sort("amount", "amount", Listing.Type.NUMBER)
            .sort("requestedOn", "requested_on", Listing.Type.DATE)
            .sortNullable("executedOn", "executed_on", Listing.Type.DATE)
            .facets("kind", "status")
            .csv("id", "/id")
            .csv("commitmentId", "/commitmentId")
            .csv("projectId", "/projectId")
            .csv("kind", "/kind")
            .csv("status", "/status")
            .csv("amount", "/amount/amount")
            .csv("currency", "/amount/currency")
            .csv("requestedOn", "/requestedOn")
            .csv("executedOn", "/executedOn")
            .csv("reason", "/reason");

    private final Pay pay;
    private final Documents documents;
    private final Lists lists;
    private final VisibleMoney visible;
    private final Caller caller;

    PaymentResource(Pay pay, Documents documents, Lists lists, VisibleMoney visible, Caller caller) {
        this.pay = pay;
        this.documents = documents;
        this.lists = lists;
        this.visible = visible;
        this.caller = caller;
    }

    @Schema(name = "PaymentExecution")
    record Executed(
            @NotNull @MoneyDate @Schema(required = true, description = "The day that the money left.")
            LocalDate executedOn) {}

    @Schema(name = "PaymentRejection")
    record Rejected(
            @NotBlank @Size(max = 2000) @Schema(required = true)
            String reason) {}

    @Schema(name = "ExecutedPayment")
    record Booked(
            @JsonUnwrapped PaymentView payment,
            @Schema(required = true) Movement movement) {}

    @POST
    @Write(keyRequired = true)
    @APIResponseSchema(value = PaymentView.class, responseCode = "201")
    @Operation(operationId = "requestPayment", summary = "Ask for a payment on a commitment")
    public RestResponse<PaymentView> request(@Valid @NotNull NewPayment asked) {
        PaymentView view = pay.request(asked, caller.name());
        return Answers.created("/v1/payments/" + view.id(), view, view.version());
    }

    @POST
    @Path("/{id}/authorise")
    @Write(keyRequired = true)
    @Operation(operationId = "authorisePayment", summary = "Authorise a payment that somebody else requested")
    public RestResponse<PaymentView> authorise(@RestPath UUID id) {
        PaymentView view = pay.authorise(id, caller.name());
        return Answers.ok(view, view.version());
    }

    @POST
    @Path("/{id}/execute")
    @Write(keyRequired = true)
    @Operation(
            operationId = "executePayment",
            summary = "Execute a payment that two other people requested and authorised")
    public RestResponse<Booked> execute(@RestPath UUID id, @Valid @NotNull Executed executed) {
        Booking.Booked<PaymentView> booked = pay.execute(id, executed.executedOn(), caller.name());
        PaymentView view = booked.shown();
        return Answers.ok(new Booked(view, booked.movement()), view.version());
    }

    @POST
    @Path("/{id}/reject")
    @Write(keyRequired = true)
    @Operation(operationId = "rejectPayment", summary = "Reject a payment that is not executed yet")
    public RestResponse<PaymentView> reject(@RestPath UUID id, @Valid @NotNull Rejected rejected) {
        PaymentView view = pay.reject(id, rejected.reason(), caller.name(), office());
        return Answers.ok(view, view.version());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPayments", summary = "List payments")
    public Response list() {
        return lists.answer(LISTING.in(table()), visible.ofProjects());
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(PaymentView.class)
    @Operation(operationId = "getPayment", summary = "Read a payment")
    public Response get(@RestPath UUID id) {
        return documents.answer(table(), id, visible.ofProjects());
    }

    private String table() {
        return visible.isFull() ? Payments.DOCUMENT : PUBLIC;
    }

    private String office() {
        return caller.has("authorising-officer") ? "authorising-officer" : "accounting-officer";
    }
}
