package org.isthmus.funding.execution;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.isthmus.kit.report.Declaration;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Filter;
import org.isthmus.kit.report.Measure;

/** What a report of execution can be asked for; every list of entries that a total links to takes the same. */
final class ExecutionReport {

    /** What was promised to projects of the past, whose payments no source tells. */
    static final String COMMITTED_OF_PAST = "committedOfPast";

    static final String DECOMMITTED_OF_PAST = "decommittedOfPast";

    /** A row of the past alone: what was paid of it is not zero but unknown. */
    private static final Predicate<Set<String>> PAYMENTS_KNOWN =
            parts -> parts.contains("committed") || parts.contains("paid") || !parts.contains(COMMITTED_OF_PAST);

    static final List<Measure> MEASURES = List.of(
            Measure.of("allocated", "set aside for actions, less what was taken back; by the shares of the action"),
            Measure.of(
                    "committed",
                    "promised to projects, less what was reversed; this and all that follows by the shares of the project",
                    "committed",
                    COMMITTED_OF_PAST),
            Measure.of("paid", "paid on commitments whose payments are known; absent where none are")
                    .knownWhere(PAYMENTS_KNOWN),
            Measure.of("decommitted", "given back of commitments", "decommitted", DECOMMITTED_OF_PAST),
            Measure.of(
                            "outstanding",
                            "committed - paid - decommitted, of commitments whose payments are known",
                            "committed",
                            "-paid",
                            "-decommitted")
                    .knownWhere(PAYMENTS_KNOWN),
            Measure.of(
                            "paymentsUnknown",
                            "committed - decommitted of commitments of the past, whose payments no source tells;"
                                    + " committed = paid + decommitted + outstanding + paymentsUnknown",
                            COMMITTED_OF_PAST,
                            "-" + DECOMMITTED_OF_PAST)
                    .knownWhere(parts -> parts.contains(COMMITTED_OF_PAST)));

    private static final String PROJECT_KNOWN = """
            (exists (select from attributed_subject s join known_project p on p.id = s.subject
                      where (s.reference = u.value or s.subject::text = u.value) and (reader.everything or p.published))
             or reader.everything and exists (select from account a where a.project_id::text = u.value))
            """;

    static final Declaration DECLARATION = new Declaration(
            "getExecution",
            "year",
            6,
            List.of(
                    Dimension.of("strand", "by the shares of strands; the primary strand carries all without shares"),
                    Dimension.of(
                            "country", "by the shares of countries that benefit; several without shares have none"),
                    Dimension.of("region", "by the regions of the register, also where only the region is known"),
                    Dimension.ofNumbers(
                            "year", "the budget year that the money was appropriated for, not that of the movement"),
                    Dimension.of("programme", "the programme of the project, or of the action that pays it"),
                    Dimension.of("action", "the action whose allocation it is drawn from, by reference")),
            MEASURES,
            List.of(
                    Filter.of("strand", Filter.Form.TEXT, "Code of a strand, or none.")
                            .known(share("STRAND", "code")),
                    Filter.of("country", Filter.Form.COUNTRY, "ISO 3166-1 alpha-2, or none."),
                    Filter.of("region", Filter.Form.TEXT, "Code of a region, or none.")
                            .known("(" + share("PLACE", "region")
                                    + " or exists (select from country_region r where r.region = u.value))"),
                    Filter.of("year", Filter.Form.YEAR, "Budget year of the money, or none."),
                    Filter.of("programme", Filter.Form.TEXT, "Code of the programme, or none.")
                            .known("(" + share("PROGRAMME", "code")
                                    + " or exists (select from known_action k where k.programme = u.value))"),
                    Filter.of("action", Filter.Form.TEXT, "Action, by id or reference, or none.")
                            .known("exists (select from known_action k where u.value in (k.reference, k.id::text))"),
                    Filter.of("project", Filter.Form.TEXT, "Project, by id or reference, or none.")
                            .known(PROJECT_KNOWN),
                    Filter.of("commitment", Filter.Form.TEXT, "Commitment, by id or reference.")
                            .always()
                            .known("""
                                    exists (select from commitment c left join known_project p on p.id = c.project_id
                                             where u.value in (c.reference, c.id::text)
                                               and (reader.everything or p.published))
                                    """),
                    Filter.of("budgetLine", Filter.Form.TEXT, "Code of the budget line.")
                            .always()
                            .known("exists (select from account a where a.budget_line = u.value)"),
                    Filter.of("historical", Filter.Form.BOOLEAN, "Whether it is of the past, known from a document.")),
            "PROJECT",
            "each euro once, at the project that it was committed to; an umbrella's are cut by the contributions of its"
                    + " parts, whose own entries then count 0 (includedIn)");

    private ExecutionReport() {}

    private static String share(String dimension, String column) {
        return "exists (select from attributed_share s where s.dimension = '%s' and s.%s = u.value)"
                .formatted(dimension, column);
    }
}
