package org.isthmus.programming.coverage;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.isthmus.kit.report.Declaration;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Filter;
import org.isthmus.kit.report.Measure;

/** What totals of coverage can be asked for. */
final class CoverageReport {

    /** A row of commitments of the past alone: what was paid of them is not zero but unknown. */
    private static final Predicate<Set<String>> PAYMENTS_KNOWN =
            parts -> parts.contains("committed") || !parts.contains("committedOfPast");

    static final Declaration DECLARATION = new Declaration(
            "getCoverageTotals",
            "programme",
            7,
            List.of(
                    Dimension.of("programme", "the programme of the work programme"),
                    Dimension.of("workProgramme", "the work programme, by reference"),
                    Dimension.ofNumbers("year", "the year of the work programme"),
                    Dimension.of("action", "the action, by reference"),
                    Dimension.of("strand", "by the shares of strands; one alone carries all"),
                    Dimension.of("country", "by the shares of countries that benefit; one alone carries all"),
                    Dimension.of("region", "by the regions of countries, or the only one that is named")),
            List.of(
                    Measure.of("indicative", "what adopted texts plan; this and allocated by the shares of the action"),
                    Measure.of("allocated", "what the ledger set aside for it"),
                    Measure.of(
                            "committed",
                            "promised from it; this and all that follows by the shares of the project",
                            "committed",
                            "committedOfPast"),
                    Measure.of("decommitted", "given back of it", "decommitted", "decommittedOfPast"),
                    Measure.of("paid", "paid on commitments whose payments are known")
                            .knownWhere(PAYMENTS_KNOWN),
                    Measure.of("recovered", "paid back"),
                    Measure.of(
                                    "outstanding",
                                    "committed - paid - decommitted, of commitments whose payments are known",
                                    "committed",
                                    "-paid",
                                    "-decommitted")
                            .knownWhere(PAYMENTS_KNOWN),
                    Measure.of(
                                    "paymentsUnknown",
                                    "committed - decommitted of commitments whose payments no source tells",
                                    "committedOfPast",
                                    "-decommittedOfPast")
                            .knownWhere(parts -> parts.contains("committedOfPast"))),
            List.of(
                    Filter.of("programme", Filter.Form.TEXT, "Code of the programme.")
                            .always()
                            .known("exists (select from programme p where p.code = u.value)"),
                    Filter.of("workProgramme", Filter.Form.TEXT, "Reference of the work programme.")
                            .always()
                            .known("exists (select from coverage_document d where d.work_programme = u.value)"),
                    Filter.of("year", Filter.Form.YEAR, "Year of the work programme.")
                            .always()),
            "PROJECT",
            "each euro once: what is planned and allocated at the action, what is committed and follows at the project"
                    + " that it was committed to; an umbrella's is cut by the contributions of its parts");

    private CoverageReport() {}
}
