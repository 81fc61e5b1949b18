package org.isthmus.funding.journal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.attribution.KnownCodes;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.funding.commitment.Commitments;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.kit.access.Audience;
import org.isthmus.kit.lists.EffectiveDays;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts", description = "Where money is: one account per kind, owner, budget line and year.")
class AccountResource {

    // formatter:off
    static final ViewTable<AccountKey> ACCOUNTS = ViewTable.<AccountKey>of("account", "/v1/accounts", View.class)
            .from("account_at(current_date, null, true, true)").effective(EffectiveDays.from("effective_on"))
            .cell("id", "/id")
            .column("kind", AccountKind.class, AccountKey::kind, "Kind.").filter().csv()
            .column("budget_line", Type.TEXT, "Code of the budget line.").filter("budgetLine").known(BudgetLines.CODES).cell("budgetLine", "/budgetLine")
            .column("year", Type.YEAR, "Budget year.").optional().filter().csv()
            .cell("action", "/action").cell("commitment", "/commitment")
            .column("action_id", Type.UUID, "Id of the action.").optional().filter("actionId").known(KnownCodes.ACTIONS)
            .column("project_id", Type.UUID, "Id of the project.").optional().filter("projectId").known(Commitments.PROJECT_IDS)
            .column("commitment_id", Type.UUID, "Id of the commitment.").optional().filter("commitmentId").known(Commitments.IDS)
            .column("balance", Type.NUMBER, "Balance, in EUR.").optional().sort().from("balanceFrom", "At least this balance.")
            .cell("balance", "/balance/amount").cell("dateUnknown", "/dateUnknown/amount").cell("currency", "/currency");

    static final ViewTable<AccountKey> ENTRIES = ViewTable.<AccountKey>of("account-entry", "/v1/accounts/{id}/entries", EntryView.class)
            .from("account_entry(null, current_date, null, true, true)").effective(EffectiveDays.from("counted_on"))
            .column("account_version", Type.INTEGER, "Its place in the account.").sort("version").cell("version", "/version")
            .column("effective_on", Type.DATE, "The day that it counts from.").optional().sort("effectiveOn").cell("effectiveOn", "/effectiveOn")
            .from("effectiveFrom", "Effective on that day or later.").until("effectiveTo", "Effective on that day or earlier.")
            .column("type", MovementType.class, any -> null, "Type of the movement.").filter().csv()
            .cell("amount", "/amount").cell("currency", "/currency").cell("balanceAfter", "/balanceAfter").cell("dateUnknown", "/dateUnknown").cell("reason", "/reason").cell("movementId", "/movementId")
            .defaultSort("version");
    // formatter:on

    private final Reading<AccountKey> accounts;
    private final Reading<AccountKey> entries;
    private final Audience audience;
    private final Clock clock;
    private final ZoneId zone;

    AccountResource(Store store, Audience audience, Clock clock, @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        this.accounts = store.reading(ACCOUNTS);
        this.entries = store.reading(ENTRIES);
        this.audience = audience;
        this.clock = clock;
        this.zone = zone;
    }

    @Schema(name = "Account", description = "An account and what it holds.")
    record View(
            @Schema(required = true) UUID id,

            @Schema(required = true, description = "How many entries it has.")
            int version,

            @Schema(required = true) AccountKind kind,
            @Schema(required = true, examples = "19 02 01") String budgetLine,
            @Nullable Integer year,
            @Nullable @Schema(examples = "AWP-2010-2/1") String action,
            @Nullable String commitment,
            @Nullable UUID actionId,
            @Nullable UUID projectId,
            @Nullable UUID commitmentId,

            @Nullable
            @Schema(description = "What it holds; left out where no source dates any of it surely by the day.")
            Money balance,

            @Schema(required = true, examples = "EUR") String currency,

            @Nullable
            @Schema(
                    description =
                            "What no source dates, or not surely by the day: in no balance; left out when there is"
                                    + " none.")
            Money dateUnknown) {}

    @Schema(name = "AccountEntry", description = "One entry of an account.")
    record EntryView(
            @Schema(required = true) UUID movementId,
            @Schema(required = true) MovementType type,

            @Nullable @Schema(description = "As far as it is known.")
            PartialDate effectiveOn,

            @Schema(required = true) Instant recordedAt,
            @Schema(required = true) String reason,

            @Schema(required = true, examples = "-2000000.00")
            String amount,

            @Schema(required = true, examples = "EUR") String currency,

            @Schema(required = true, description = "Its place in the account.")
            int version,

            @Nullable
            @Schema(
                    examples = "38000000.00",
                    description =
                            "The account's balance after this entry, in the order of the list: of booking, or of days; left"
                                    + " out where no source dates any of it surely by the day.")
            String balanceAfter,

            @Nullable
            @Schema(
                    examples = "100.00",
                    description =
                            "In the order of days, of an entry that no source dates, or not surely by the day: the"
                                    + " sum of such so far, in no balance.")
            String dateUnknown) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listAccounts",
            summary = "List accounts with their balances",
            description =
                    "asOf counts what is effective by that day, recordedAsOf what the books knew by then. Money that"
                            + " no source dates surely by the day is dateUnknown, beside the balance.")
    public Response list() {
        return accounts.list((asked, past) -> new Query(), (asked, past) -> accountsAt(past));
    }

    @GET
    @Path("/{id}")
    @Operation(operationId = "getAccount", summary = "Read an account with its balance")
    public Response get(@RestPath UUID id) {
        return accounts.read(id, this::accountsAt);
    }

    @GET
    @Path("/{id}/entries")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listAccountEntries",
            summary = "List the entries of an account, in their order",
            description = "Sorted by version, balanceAfter is the balance in the order of booking; sorted by"
                    + " effectiveOn it is the balance of that day, late bookings included; what no source dates surely by the"
                    + " day comes last and is dateUnknown.")
    public Response entries(@RestPath UUID id) {
        accounts.requireShown(id, this::accountsAt);
        return entries.list(
                (asked, past) -> new Query(),
                (asked, past) -> Query.of(
                        "account_entry(?, ?, cast(? as timestamptz), ?, ?)",
                        id,
                        day(past),
                        past.recordedBy(),
                        audience.isOfficial(),
                        isByDay(asked.names("sort"))));
    }

    /** Sorted by day, each balance is that of its day; otherwise that of the order of booking. */
    private static boolean isByDay(List<String> sort) {
        return !sort.isEmpty() && sort.getFirst().endsWith("effectiveOn");
    }

    /** What accounts held by the end of a day, as far as the books knew. */
    private Query accountsAt(Past past) {
        return Query.of(
                "account_at(?, cast(? as timestamptz), ?, ?)",
                day(past),
                past.recordedBy(),
                past.equals(Past.PRESENT),
                audience.isOfficial());
    }

    private LocalDate day(Past past) {
        return Objects.requireNonNullElseGet(past.effectiveOn(), () -> LocalDate.ofInstant(clock.instant(), zone));
    }
}
