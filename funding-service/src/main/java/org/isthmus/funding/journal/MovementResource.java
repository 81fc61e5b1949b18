package org.isthmus.funding.journal;

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
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.Reverse;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.audit.SealVerification;
import org.isthmus.kit.audit.VerifySeals;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.security.Caller;
import org.isthmus.kit.writes.Write;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/movements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Movements", description = "The journal: dated, typed, explained sets of entries that add up to zero.")
class MovementResource {

    private static final Listing PUBLIC = EntryFilter.describe(Listing.over("movement_public"))
            .answers(Movement.class, "listMovements")
            .filter("corrects", "corrects", Listing.Type.UUID, "Id of the movement that it undoes.")
            .sort("effectiveOn", "effective_on", Listing.Type.DATE)
            .sort("position", "position", Listing.Type.NUMBER)
            .defaultSort("-effectiveOn")
            .csv("id", "/id")
            .csv("position", "/position")
            .csv("type", "/type")
            .csv("effectiveOn", "/effectiveOn")
            .csv("recordedAt", "/recordedAt")
            .csv("reason", "/reason")
            .csv("accounts", "/entries/*/account/kind")
            .csv("amounts", "/entries/*/amount");

    private static final Listing NAMED = PUBLIC.in("movement_named").csv("by", "/by");

    private final Documents documents;
    private final Lists lists;
    private final VisibleMoney visible;
    private final Reverse reverse;
    private final Caller caller;
    private final UriInfo uri;
    private final VerifySeals verification;
    private final SealedMovements sealed;

    MovementResource(
            Documents documents,
            Lists lists,
            VisibleMoney visible,
            Reverse reverse,
            Caller caller,
            UriInfo uri,
            VerifySeals verification,
            SealedMovements sealed) {
        this.documents = documents;
        this.lists = lists;
        this.visible = visible;
        this.reverse = reverse;
        this.caller = caller;
        this.uri = uri;
        this.verification = verification;
        this.sealed = sealed;
    }

    static String table(VisibleMoney visible) {
        return visible.isFull() ? "movement_named" : "movement_public";
    }

    @Schema(name = "Reversal", description = "Why and from when a movement is undone.")
    record Reversal(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Booked on the wrong action")
            String reason,

            @NotNull @MoneyDate @Schema(required = true) LocalDate effectiveOn) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listMovements",
            summary = "List movements",
            description = "Filters speak of one entry: of its account and of what its money belongs to.")
    public Response list() {
        EntryFilter filter = EntryFilter.ofList(uri.getQueryParameters());
        return lists.answer(visible.isFull() ? NAMED : PUBLIC, filter.movements(visible));
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(Movement.class)
    @Operation(operationId = "getMovement", summary = "Read a movement")
    public Response get(@RestPath UUID id) {
        return documents.answer(table(visible), id, EntryFilter.ofList(Map.of()).movements(visible));
    }

    @GET
    @Path("/verification")
    @Operation(
            operationId = "verifyBooks",
            summary = "Compute all seals of the books again",
            description = "A movement or entry that was changed, removed, added or swapped after it was sealed shows.")
    public SealVerification verify() {
        return verification.run(sealed);
    }

    @POST
    @Path("/{id}/reverse")
    @Write(keyRequired = true)
    @APIResponseSchema(value = Movement.class, responseCode = "201")
    @Operation(
            operationId = "reverseMovement",
            summary = "Undo a movement by another one",
            description = "Once, and not when an account would be left with less than nothing. What the movement booked"
                    + " follows: an appropriation, an allocation, a commitment or a payment.")
    public RestResponse<Movement> reverse(@RestPath UUID id, @Valid @NotNull Reversal reversal) {
        Movement movement = reverse.reverse(id, reversal.reason(), reversal.effectiveOn(), caller.name());
        return Answers.created("/v1/movements/" + movement.id(), movement, 1);
    }
}
