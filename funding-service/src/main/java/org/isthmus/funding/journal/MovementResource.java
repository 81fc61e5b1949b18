package org.isthmus.funding.journal;

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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.funding.booking.Reverse;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.audit.SealVerification;
import org.isthmus.kit.audit.VerifySeals;
import org.isthmus.kit.commands.Write;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.HasCome;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

@Path("/v1/movements")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Movements", description = "The journal: dated, typed, explained sets of entries that add up to zero.")
class MovementResource {

    // formatter:off
    static final ViewTable<Movement> MOVEMENTS = ViewTable.<Movement>of("movement", "/v1/movements", Movement.class)
            .from("movement_view").publicBody("public_body").effective(EffectiveDays.from("effective_on").possiblyFrom("effective_first"))
            .parameters(MovementFilter.PARAMETERS)
            .cell("id", "/id")
            .column("position", Type.INTEGER, "Its place in the journal.").sort().cell("position", "/position")
            .column("type", MovementType.class, Movement::type, "Type.").filter().csv()
            .column("effective_first", Type.DATE, "First day that it may be of.").optional()
            .column("effective_on", Type.DATE, "Effective day.").optional().sort("effectiveOn").cell("effectiveOn", "/effectiveOn")
            .from("effectiveFrom", "Effective on that day or later.").until("effectiveTo", "Effective on that day or earlier.")
            .cell("recordedAt", "/recordedAt").cell("reason", "/reason").cell("by", "/by").cell("historical", "/historical")
            .rowsOf("/entries").cell("account", "/entries/*/account/kind").cell("budgetLine", "/entries/*/account/budgetLine").cell("year", "/entries/*/account/year")
            .cell("action", "/entries/*/account/action").cell("commitment", "/entries/*/account/commitment").cell("amount", "/entries/*/amount").cell("currency", "/entries/*/currency")
            .column("historical", Type.BOOLEAN, "Whether it is of the past, known from a document.").filter()
            .column("corrects", Type.UUID, "Id of the movement that it undoes.").optional().filter().known(Known.visibleIn("id of a movement", "movement_view"))
            .defaultSort("-effectiveOn");
    // formatter:on

    private final Reading<Movement> movements;
    private final Reverse reverse;
    private final Caller caller;
    private final VerifySeals verification;
    private final SealedMovements sealed;
    private final Clock clock;
    private final ZoneId zone;

    MovementResource(
            Store store,
            Reverse reverse,
            Caller caller,
            VerifySeals verification,
            SealedMovements sealed,
            Clock clock,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        this.movements = store.reading(MOVEMENTS);
        this.reverse = reverse;
        this.caller = caller;
        this.verification = verification;
        this.sealed = sealed;
        this.clock = clock;
        this.zone = zone;
    }

    @Schema(name = "Reversal", description = "Why and from when a movement is undone.")
    record Reversal(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Booked on the wrong action")
            String reason,

            @NotNull @MoneyDate @HasCome(groups = HasCome.Meaning.class) @Schema(required = true)
            LocalDate effectiveOn) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listMovements",
            summary = "List movements",
            description = "Filters speak of one entry: of its account and of what its money belongs to.")
    public Response list() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        return movements.list((asked, past) -> MovementFilter.of(asked, past, today));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getMovement", summary = "Read a movement")
    public Response get(@RestPath UUID id) {
        return movements.read(id);
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
    public RestResponse<Movement> reverse(@RestPath UUID id, @NotNull Reversal reversal) {
        movements.checkSeenOnly();
        Movement movement = reverse.reverse(id, reversal.reason(), reversal.effectiveOn(), caller.name());
        return Answers.created("/v1/movements/" + movement.id(), movement, 1);
    }
}
