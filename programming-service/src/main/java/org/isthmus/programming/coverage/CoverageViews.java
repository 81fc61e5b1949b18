package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.store.Views;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.action.Actions;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.values.Share;

/**
 * The representations of coverage: one for officials, and one for everybody else that counts only published projects and
 * their money.
 */
@ApplicationScoped
class CoverageViews {

    static final ViewTable<CoverageView> PUBLIC = table().storedAs("public_coverage");

    private static final ViewTable<CoverageView> OFFICIAL = table();

    private final Views views;
    private final Store store;

    CoverageViews(Store store) {
        this.store = store;
        this.views = store.views();
    }

    // formatter:off
    private static ViewTable<CoverageView> table() {
        return ViewTable.<CoverageView>of("coverage", "/v1/coverage", CoverageView.class)
                .reference(CoverageView::reference, "Reference of the action.")
                .column("work_programme", Type.TEXT, view -> view.workProgramme().reference(), "Reference of the work programme.").filter("workProgramme").known(CoverageReport.WORK_PROGRAMMES).facet()
                .column("programme", Type.TEXT, CoverageView::programme, "Code of the programme.").filter().known(ProgrammeRegister.CODES)
                .column("year", Type.YEAR, CoverageView::year, "Budget year.").filter().facet().sort()
                .column("status", Coverage.Status.class, view -> view.status().name(), "Status.").filter().facet()
                .column("strands", Type.TEXTS, view -> codes(view.strands()), "Code of the strand.").filter("strand").known(ProgrammeRegister.STRANDS).facet()
                .column("countries", Type.TEXTS, view -> codes(view.countries()), "Country, ISO 3166-1 alpha-2.").filter("country").known(Countries.CODES).facet()
                .column("regions", Type.TEXTS, CoverageView::regions, "Region.")
                .column("drift", Type.TEXTS, view -> view.drift().stream().map(Coverage.Drift::code).toList(), "In what the money drifts from what was indicated.").filter().known(Known.of("drift", Coverage.DRIFTS)).facet()
                .column("indicative", Type.NUMBER, view -> view.indicative().amount(), "What the adopted text plans.").sort()
                .column("committed", Type.NUMBER, view -> view.committed().amount(), "All that was ever committed from it.").sort()
                .column("paid", Type.NUMBER, view -> Given.part(view.paid(), Money::amount), "Paid, as far as payments are known.").optional().sort()
                .column("projects", Type.INTEGER, CoverageView::projects, "Projects that serve it.").sort()
                .parameters(Actions.IN_REGION)
                .cell("actionId", "/id")
                .cell("action", "/reference")
                .cell("workProgramme", "/workProgramme/reference")
                .cell("programme", "/programme")
                .cell("year", "/year")
                .text("title", "/title")
                .cell("countries", "/countries/*", "code", "share")
                .cell("regions", "/regions/*")
                .cell("strands", "/strands/*", "code", "share")
                .cell("status", "/status")
                .cell("indicative", "/indicative/amount")
                .cell("allocated", "/allocated/amount")
                .cell("committed", "/committed/amount")
                .cell("decommitted", "/decommitted/amount")
                .cell("paid", "/paid/amount")
                .cell("recovered", "/recovered/amount")
                .cell("outstanding", "/outstanding/amount")
                .cell("paymentsUnknown", "/paymentsUnknown/amount")
                .cell("currency", "/indicative/currency")
                .cell("projects", "/projects")
                .cell("drift", "/drift/*/code");
    }
    // formatter:on

    private static List<String> codes(List<Share> shares) {
        return shares.stream().map(Share::code).toList();
    }

    void keep(Coverage coverage) {
        put(OFFICIAL, coverage, coverage.figures().all());
        put(PUBLIC, coverage, coverage.figures().published());
    }

    private void put(ViewTable<CoverageView> table, Coverage coverage, CoverageFigures.Sums seen) {
        CoverageView view = CoverageView.of(coverage, seen);
        views.put(table, List.of(new Views.Version<>(coverage.id(), coverage.version(), view, view)));
    }

    /** Those that the caller may read. */
    Reading<CoverageView> seen(boolean isOfficial) {
        return store.reading(isOfficial ? OFFICIAL : PUBLIC);
    }
}
