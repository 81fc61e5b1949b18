package org.isthmus.programming.action;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.Lists;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.region.Regions;
import org.isthmus.programming.values.Share;
import org.isthmus.programming.workflow.DocumentStatus;
import org.jspecify.annotations.Nullable;

/** The actions of all work programmes, each with its own representation in the version of the work programme that holds it. */
@ApplicationScoped
public class Actions {

    /** The work programme that holds an action, in the version that is kept. */
    public record Home(
            UUID workProgrammeId,
            String reference,
            int version,
            String programme,
            String indicativeProgramme,
            int year,
            DocumentStatus status) {}

    /** An action of a work programme. */
    record Row(Action action, Home home) {}

    private static final Known HOME = new Known(
            "reference of a work programme that has actions",
            rows -> Query.of("select from action_view where work_programme = value and ")
                    .add(rows.condition()));

    private static final Known BUDGET_LINES = new Known(
            "code of a budget line that an action names, such as 19 02 01",
            rows -> Query.of("select from action_view where budget_line = value and ")
                    .add(rows.condition()));

    /** Of rows with the columns {@code regions} and {@code countries}; see {@link #within}. */
    public static final Parameters IN_REGION = new Parameters()
            .addFilter(
                    "region",
                    Regions.WRITINGS,
                    "Region that it or one of its countries is in, parts included: by its code, another writing or a title.");

    // formatter:off
    static final ViewTable<Row> VIEWS = ViewTable.<Row>of("action", "/v1/actions", ActionView.class).alsoAt("/v1/work-programmes/{id}/actions")
            .visible(row -> row.home().status().isPublic())
            .column("work_programme_id", Type.UUID, row -> row.home().workProgrammeId(), "Id of the work programme.")
            .cell("id", "/id")
            .reference(row -> row.action().reference(), "Its reference.").csv()
            .column("work_programme", Type.TEXT, row -> row.home().reference(), "Reference of the work programme.").filter("workProgramme").known(HOME).cell("workProgramme", "/workProgramme/reference")
            .column("programme", Type.TEXT, row -> row.home().programme(), "Code of the programme.").filter().known(ProgrammeRegister.CODES).csv()
            .column("indicative_programme", Type.TEXT, row -> row.home().indicativeProgramme(), "Reference of the indicative programme.").filter("indicativeProgramme").known(Known.visibleIn("indicative programme", "indicative_programme_view"))
            .column("year", Type.YEAR, row -> row.home().year(), "Budget year.").filter().facet().sort().csv()
            .column("status", DocumentStatus.class, row -> row.home().status(), "Status.").filter().facet().csv()
            .column("title", Type.COLLATED, row -> row.action().title().any(), "Title.").sort().text("title", "/title")
            .column("countries", Type.TEXTS, row -> codes(row.action().countries()), "Country, ISO 3166-1 alpha-2.").filter("country").known(Countries.CODES).facet().cell("countries", "/countries/*", "code", "share")
            .column("regions", Type.TEXTS, row -> row.action().regions(), "Region.").parameters(IN_REGION).cell("regions", "/regions/*")
            .column("strands", Type.TEXTS, row -> codes(row.action().strands()), "Code of the strand.").filter("strand").known(ProgrammeRegister.STRANDS).facet().cell("strands", "/strands/*", "code", "share")
            .column("amount", Type.NUMBER, row -> euros(row.action().indicativeAmount()), "Indicative amount in EUR, unknown for one in another currency.").optional().sort().from("amountFrom", "In EUR and at least this amount.").until("amountTo", "In EUR and at most this amount.")
            .cell("amount", "/indicativeAmount/amount").cell("currency", "/indicativeAmount/currency")
            .column("mode", Mode.class, row -> row.action().mode(), "How the action is carried out.").optional().filter().facet().csv()
            .column("budget_line", Type.TEXT, row -> Given.part(row.action().budgetLine(), BudgetLine::code), "Code of the budget line.").optional().filter("budgetLine").known(BUDGET_LINES)
            .cell("budgetLine", "/budgetLine/code").cell("budgetYear", "/budgetLine/year")
            .column("allocation", Allocation.Status.class, row -> Given.part(row.action().allocation(), Allocation::status), "What became of its allocation.").optional().filter().facet()
            .cell("allocation", "/allocation/status").cell("allocated", "/allocation/amount/amount");
    // formatter:on

    private final Store store;

    Actions(Store store) {
        this.store = store;
    }

    public Reading<?> reading() {
        return store.reading(VIEWS);
    }

    /** The rows of one work programme. */
    public static Lists.Choice ofWorkProgramme(UUID id) {
        return (asked, past) -> Query.of(" and work_programme_id = ?", id).add(within(asked, past));
    }

    /** Shows actions as their work programme has them now. */
    public void show(Collection<Action> actions, Home home) {
        store.reading(VIEWS)
                .put(
                        home.version(),
                        actions.stream().map(action -> new Row(action, home)).toList(),
                        row -> row.action().id(),
                        row -> ActionView.of(row.action(), home));
    }

    /** Rows that lie in a region asked for, or one of whose countries does; its parts are in it. */
    public static Query within(Asked asked, Past past) {
        return asked.condition(
                "region",
                "regions && regions_within(cast(? as text[])) or countries && countries_within(cast(? as text[]))",
                "regions = '{}' and countries = '{}'");
    }

    /** Takes actions that a draft no longer has from the present lists; their past stays readable. */
    public void retire(Collection<UUID> ids) {
        store.views().retire(VIEWS, ids);
    }

    private static List<String> codes(List<Share> shares) {
        return shares.stream().map(Share::code).toList();
    }

    /** Amounts of two currencies are not compared. */
    private static @Nullable BigDecimal euros(@Nullable Money amount) {
        return amount == null || !amount.currency().equals(Money.EUR) ? null : amount.amount();
    }
}
