package org.isthmus.funding.payment;

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
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.access.Deputy;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.values.HasCome;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/payments")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Payments", description = "Requested, authorised and executed by three different people.")
class PaymentResource {

    private final Pay pay;
    private final Aggregates<Payment, PaymentView> payments;
    private final Caller caller;
    private final Deputy deputy;

    PaymentResource(Pay pay, Payments payments, Caller caller, Deputy deputy) {
        this.pay = pay;
        this.payments = payments.all();
        this.caller = caller;
        this.deputy = deputy;
    }

    @Schema(name = "PaymentExecution")
    record Executed(
            @NotNull
            @MoneyDate
            @HasCome(groups = HasCome.Meaning.class)
            @Schema(required = true, description = "The day that the money left.")
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
    @Operation(operationId = "requestPayment", summary = "Ask for a payment on a commitment")
    public RestResponse<PaymentView> request(@NotNull NewPayment asked) {
        return pay.request(asked, caller.name());
    }

    @POST
    @Path("/{id}/authorise")
    @Write(keyRequired = true)
    @Operation(operationId = "authorisePayment", summary = "Authorise a payment that somebody else requested")
    public RestResponse<PaymentView> authorise(@RestPath UUID id) {
        return pay.authorise(id, caller.name());
    }

    @POST
    @Path("/{id}/execute")
    @Write(keyRequired = true)
    @Operation(
            operationId = "executePayment",
            summary = "Execute a payment that two other people requested and authorised")
    public RestResponse<Booked> execute(@RestPath UUID id, @NotNull Executed executed) {
        Booking.Booked<PaymentView> booked = pay.execute(id, executed.executedOn(), caller.name());
        PaymentView view = booked.shown();
        return Answers.ok(new Booked(view, booked.movement()), view.version());
    }

    @POST
    @Path("/{id}/reject")
    @Write(keyRequired = true)
    @Operation(operationId = "rejectPayment", summary = "Reject a payment that is not executed yet")
    public RestResponse<PaymentView> reject(@RestPath UUID id, @NotNull Rejected rejected) {
        return pay.reject(id, rejected.reason(), caller.name(), office());
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(operationId = "listPayments", summary = "List payments")
    public Response list() {
        return payments.list();
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getPayment", summary = "Read a payment")
    public Response get(@RestPath UUID id) {
        return payments.read(id);
    }

    private String office() {
        return deputy.has("authorising-officer") ? "authorising-officer" : "accounting-officer";
    }
}
