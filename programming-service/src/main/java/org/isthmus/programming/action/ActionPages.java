package org.isthmus.programming.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.programming.figures.Share;
import org.isthmus.programming.workflow.DocumentStatus;
import org.jspecify.annotations.Nullable;

/** Keeps the representations of actions up to date, each with the work programme that holds it. */
@ApplicationScoped
public class ActionPages {

    static final String TABLE = "action_document";

    static final Listing LISTING = Listing.over(TABLE)
            .answers(ActionView.class, "listActions", "listWorkProgrammeActions")
            .filter("workProgramme", "work_programme", Listing.Type.TEXT, "Reference of the work programme.")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter(
                    "indicativeProgramme",
                    "indicative_programme",
                    Listing.Type.TEXT,
                    "Reference of the indicative programme.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("status", "status", DocumentStatus.class, "Status.")
            .filter("mode", "mode", Mode.class, "How the action is carried out.")
            .filter("budgetLine", "budget_line", Listing.Type.TEXT, "Code of the budget line.")
            .filter("allocation", "allocation", Allocation.Status.class, "What became of its allocation.")
            .filter("strand", "strands", Listing.Type.TEXTS, "Code of the strand.")
            .filter("country", "countries", Listing.Type.TEXTS, "Country, ISO 3166-1 alpha-2.")
            .filter("region", "regions", Listing.Type.TEXTS, "Region.")
            .from("amountFrom", "amount", Listing.Type.NUMBER, "At least this amount.")
            .until("amountTo", "amount", Listing.Type.NUMBER, "At most this amount.")
            .sort("title", "title", Listing.Type.COLLATED)
            .sort("year", "year", Listing.Type.INTEGER)
            .sortNullable("amount", "amount", Listing.Type.NUMBER)
            .facets("year", "status", "mode", "allocation", "strand", "country")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("workProgramme", "/workProgramme/reference")
            .csv("programme", "/programme")
            .csv("year", "/year")
            .csv("status", "/status")
            .csv("title", "/title/en")
            .csv("countries", "/countries/*/code")
            .csv("regions", "/regions/*")
            .csv("strands", "/strands/*/code")
            .csv("amount", "/indicativeAmount/amount")
            .csv("currency", "/indicativeAmount/currency")
            .csv("mode", "/mode")
            .csv("budgetLine", "/budgetLine/code")
            .csv("budgetYear", "/budgetLine/year")
            .csv("allocation", "/allocation/status")
            .csv("allocated", "/allocation/amount/amount");

    private final Documents documents;

    ActionPages(Documents documents) {
        this.documents = documents;
    }

    /** The work programme that holds an action, in the version that is kept. */
    public record Home(
            UUID workProgrammeId,
            String reference,
            int version,
            String programme,
            String indicativeProgramme,
            int year,
            DocumentStatus status) {}

    public void keep(Action action, Home home) {
        documents.put(TABLE, action.id(), home.version(), ActionView.of(action, home), columns(action, home));
    }

    /** Takes an action that a draft no longer has from the present lists; its past stays readable. */
    public void retire(UUID actionId) {
        documents.retire(TABLE, actionId);
    }

    private static Map<String, @Nullable Object> columns(Action action, Home home) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", action.reference());
        columns.put("work_programme_id", home.workProgrammeId());
        columns.put("work_programme", home.reference());
        columns.put("programme", home.programme());
        columns.put("indicative_programme", home.indicativeProgramme());
        columns.put("year", home.year());
        columns.put("title", action.title().any());
        columns.put("status", home.status().name());
        columns.put("mode", action.mode() == null ? null : action.mode().name());
        columns.put(
                "budget_line",
                action.budgetLine() == null ? null : action.budgetLine().code());
        columns.put(
                "allocation",
                action.allocation() == null
                        ? null
                        : action.allocation().status().name());
        columns.put(
                "amount",
                action.indicativeAmount() == null
                        ? null
                        : action.indicativeAmount().amount());
        columns.put("strands", action.strands().stream().map(Share::code).toList());
        columns.put("countries", action.countries().stream().map(Share::code).toList());
        columns.put("regions", action.regions());
        columns.put("published", home.status().isPublic());
        return columns;
    }
}
