package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.programming.values.Share;

/**
 * Keeps the representations of coverage up to date: one for officials, and one for the public that counts only
 * published projects and their money.
 */
@ApplicationScoped
class CoveragePages {

    static final String OFFICIAL = "coverage_document";
    static final String PUBLIC = "public_coverage_document";

    static final Listing LISTING = Listing.over(PUBLIC)
            .answers(CoverageView.class, "listCoverage")
            .filter("workProgramme", "work_programme", Listing.Type.TEXT, "Reference of the work programme.")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("status", "status", Coverage.Status.class, "Status.")
            .filter("strand", "strands", Listing.Type.TEXTS, "Code of the strand.")
            .filter("country", "countries", Listing.Type.TEXTS, "Country, ISO 3166-1 alpha-2.")
            .filter("region", "regions", Listing.Type.TEXTS, "Region.")
            .filter("drift", "drift", Listing.Type.TEXTS, "In what the money drifts from what was indicated.")
            .sort("year", "year", Listing.Type.INTEGER)
            .sort("indicative", "indicative", Listing.Type.NUMBER)
            .sort("committed", "committed", Listing.Type.NUMBER)
            .sort("paid", "paid", Listing.Type.NUMBER)
            .sort("projects", "projects", Listing.Type.INTEGER)
            .facets("workProgramme", "year", "status", "strand", "country", "drift")
            .csv("actionId", "/id")
            .csv("action", "/reference")
            .csv("workProgramme", "/workProgramme/reference")
            .csv("programme", "/programme")
            .csv("year", "/year")
            .csv("title", "/title/en")
            .csv("countries", "/countries/*/code")
            .csv("regions", "/regions/*")
            .csv("strands", "/strands/*/code")
            .csv("status", "/status")
            .csv("indicative", "/indicative/amount")
            .csv("allocated", "/allocated/amount")
            .csv("committed", "/committed/amount")
            .csv("decommitted", "/decommitted/amount")
            .csv("paid", "/paid/amount")
            .csv("recovered", "/recovered/amount")
            .csv("outstanding", "/outstanding/amount")
            .csv("currency", "/indicative/currency")
            .csv("projects", "/projects")
            .csv("drift", "/drift/*/code");

    private final Documents documents;

    CoveragePages(Documents documents) {
        this.documents = documents;
    }

    void keep(Coverage coverage) {
        put(OFFICIAL, coverage, coverage.figures().all());
        put(PUBLIC, coverage, coverage.figures().published());
    }

    private void put(String table, Coverage coverage, CoverageFigures.Sums seen) {
        CoverageView view = CoverageView.of(coverage, seen);
        Map<String, Object> columns = new HashMap<>();
        columns.put("reference", view.reference());
        columns.put("work_programme", view.workProgramme().reference());
        columns.put("programme", view.programme());
        columns.put("year", view.year());
        columns.put("status", view.status().name());
        columns.put("strands", view.strands().stream().map(Share::code).toList());
        columns.put("countries", view.countries().stream().map(Share::code).toList());
        columns.put("regions", view.regions());
        columns.put("drift", view.drift().stream().map(Coverage.Drift::code).toList());
        columns.put("indicative", view.indicative().amount());
        columns.put("committed", view.committed().amount());
        columns.put("paid", view.paid().amount());
        columns.put("projects", view.projects());
        documents.put(table, coverage.id(), coverage.version(), view, columns);
    }
}
