package org.isthmus.funding.journal;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.isthmus.funding.ledger.AccountKind;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.documents.Lists;
import org.isthmus.kit.documents.Scope;
import org.isthmus.kit.money.Money;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

@Path("/v1/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@Tag(name = "Accounts", description = "Where money is: one account per kind, owner, budget line and year.")
class AccountResource {

    private static final Listing ACCOUNTS = Listing.over("account_page")
            .own("asOf", Listing.Type.DATE, "Counts what is effective by that day.")
            .own("recordedAsOf", Listing.Type.TEXT, "Counts what the books knew by then: a day, or an instant in UTC.")
            .answers(View.class, "listAccounts")
            .filter("kind", "kind", AccountKind.class, "Kind.")
            .filter("budgetLine", "budget_line", Listing.Type.TEXT, "Code of the budget line.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("actionId", "action_id", Listing.Type.UUID, "Id of the action.")
            .filter("projectId", "project_id", Listing.Type.UUID, "Id of the project.")
            .filter("commitmentId", "commitment_id", Listing.Type.UUID, "Id of the commitment.")
            .from("balanceFrom", "balance", Listing.Type.NUMBER, "At least this balance.")
            .sort("balance", "balance", Listing.Type.NUMBER)
            .csv("id", "/id")
            .csv("kind", "/kind")
            .csv("budgetLine", "/budgetLine")
            .csv("year", "/year")
            .csv("action", "/action")
            .csv("commitment", "/commitment")
            .csv("balance", "/balance/amount")
            .csv("currency", "/balance/currency");

    private static final Listing ENTRIES = Listing.over("entry_page")
            .answers(EntryView.class, "listAccountEntries")
            .filter("type", "type", MovementType.class, "Type of the movement.")
            .from("effectiveFrom", "effective_on", Listing.Type.DATE, "Effective on that day or later.")
            .until("effectiveTo", "effective_on", Listing.Type.DATE, "Effective on that day or earlier.")
            .sort("version", "account_version", Listing.Type.INTEGER)
            .sort("effectiveOn", "effective_on", Listing.Type.DATE)
            .defaultSort("version")
            .csv("version", "/version")
            .csv("effectiveOn", "/effectiveOn")
            .csv("type", "/type")
            .csv("amount", "/amount")
            .csv("currency", "/currency")
            .csv("balanceAfter", "/balanceAfter")
            .csv("reason", "/reason")
            .csv("movementId", "/movementId");

    private final Documents documents;
    private final Lists lists;
    private final VisibleMoney visible;
    private final UriInfo uri;

    AccountResource(Documents documents, Lists lists, VisibleMoney visible, UriInfo uri) {
        this.documents = documents;
        this.lists = lists;
        this.visible = visible;
        this.uri = uri;
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
            @Schema(required = true) Money balance) {}

    @Schema(name = "AccountEntry", description = "One entry of an account.")
    record EntryView(
            @Schema(required = true) UUID movementId,
            @Schema(required = true) MovementType type,
            @Schema(required = true) LocalDate effectiveOn,
            @Schema(required = true) Instant recordedAt,
            @Schema(required = true) String reason,

            @Schema(required = true, examples = "-2000000.00")
            String amount,

            @Schema(required = true, examples = "EUR") String currency,

            @Schema(required = true, description = "Its place in the account.")
            int version,

            @Schema(
                    required = true,
                    examples = "38000000.00",
                    description =
                            "The account's balance after this entry, in the order of the list: of booking, or of days.")
            String balanceAfter) {}

    @GET
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @Operation(
            operationId = "listAccounts",
            summary = "List accounts with their balances",
            description = "asOf counts what is effective by that day, recordedAsOf what the books knew by then.")
    public Response list() {
        return lists.answer(ACCOUNTS.in(table()), visible.ofProjects());
    }

    @GET
    @Path("/{id}")
    @APIResponseSchema(View.class)
    @Operation(operationId = "getAccount", summary = "Read an account with its balance")
    public Response get(
            @RestPath UUID id,
            @Nullable
                    @RestQuery
                    @Parameter(description = "Counts what is effective by that day.", example = "2012-12-31")
                    String asOf,
            @Nullable @RestQuery @Parameter(description = "Counts what the books knew by then: a day or an instant.")
                    String recordedAsOf) {
        return documents.answer(table(), id, visible.ofProjects());
    }

    @GET
    @Path("/{id}/entries")
    @Produces({MediaType.APPLICATION_JSON, "text/csv", "application/x-ndjson"})
    @APIResponseSchema(EntryView.class)
    @Operation(
            operationId = "listAccountEntries",
            summary = "List the entries of an account, in their order",
            description = "Sorted by version, balanceAfter is the balance in the order of booking; sorted by"
                    + " effectiveOn it is the balance of that day, late bookings included.")
    public Response entries(@RestPath UUID id) {
        return visible.isFull()
                ? lists.answer(ENTRIES.in(isByDay() ? "entry_by_day" : "entry_page"), Scope.where("account_id = ?", id))
                : lists.answer(
                        ENTRIES.in(isByDay() ? "entry_public_by_day" : "entry_public"),
                        Scope.where(
                                "account_id = ? and exists (select from account where id = ? and "
                                        + visible.condition("project_id") + ")",
                                id,
                                id));
    }

    /** Sorted by day, each balance is that of its day; otherwise that of the order of booking. */
    private boolean isByDay() {
        String sort = uri.getQueryParameters().getFirst("sort");
        return sort != null && (sort.startsWith("effectiveOn") || sort.startsWith("-effectiveOn"));
    }

    /** The accounts as of the two dates; both are values read and written by us, not texts of the request. */
    private String table() {
        FilterValues values = new FilterValues(uri.getQueryParameters());
        String effective = values.date("asOf").map("date '%s'"::formatted).orElse("null");
        String recorded =
                values.recordedAsOf().map("timestamptz '%s'"::formatted).orElse("null");
        values.refuseIfFaulty();
        return "account_at(%s, %s, %s)".formatted(effective, recorded, visible.isFull());
    }
}
