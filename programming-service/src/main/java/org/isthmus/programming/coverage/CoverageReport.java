package org.isthmus.programming.coverage;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.report.Declaration;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Measure;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.region.Regions;

/** What totals of coverage can be asked for. */
final class CoverageReport {

    /** A row of commitments of the past alone: what was paid of them is not zero but unknown. */
    private static final Predicate<Set<String>> PAYMENTS_KNOWN =
            parts -> parts.contains("committed") || !parts.contains("committedOfPast");

    /** The values that a filter of covered work programmes takes. */
    static final Known WORK_PROGRAMMES =
            Known.in("reference of an adopted work programme", "coverage_view", "work_programme");

    private static final Known ACTIONS = Known.in("reference of an adopted action", "coverage_view", "reference");

    static final Declaration DECLARATION = new Declaration(
            "programme",
            7,
            List.of(
                    Dimension.of("programme", "the programme of the work programme"),
                    Dimension.of("workProgramme", "the work programme, by reference"),
                    Dimension.ofNumbers("year", "the year of the work programme"),
                    Dimension.of("action", "the action, by reference"),
                    Dimension.of("strand", "by the shares of strands; one alone carries all"),
                    Dimension.of("country", "by the shares of countries that benefit; one alone carries all"),
                    Dimension.of("region", "by the regions of countries, or the only one that is named")
                            .foundBy("regionItself")),
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
                            .knownWhere(PAYMENTS_KNOWN)
                            .beside("paymentsUnknown"),
                    Measure.of("recovered", "paid back"),
                    Measure.of(
                                    "outstanding",
                                    "committed - paid - decommitted, of commitments whose payments are known",
                                    "committed",
                                    "-paid",
                                    "-decommitted")
                            .knownWhere(PAYMENTS_KNOWN)
                            .beside("paymentsUnknown"),
                    Measure.of(
                                    "paymentsUnknown",
                                    "committed - decommitted of commitments whose payments no source tells",
                                    "committedOfPast",
                                    "-decommittedOfPast")
                            .knownWhere(parts -> parts.contains("committedOfPast"))),
            new Parameters()
                    .add(Parameter.filter("programme", Type.TEXT, "Code of the programme.")
                            .known(ProgrammeRegister.CODES)
                            .always())
                    .add(Parameter.filter("workProgramme", Type.TEXT, "Reference of the work programme.")
                            .known(WORK_PROGRAMMES)
                            .always())
                    .add(Parameter.filter("year", Type.YEAR, "Year of the work programme.")
                            .always())
                    .addFilter("strand", ProgrammeRegister.STRANDS, "Code of a strand.")
                    .addFilter("country", Countries.CODES, "Country, ISO 3166-1 alpha-2.")
                    .addFilter(
                            "region",
                            Regions.WRITINGS,
                            "Region, its parts included: by its code, another writing or a title of it, whatever the capitals.")
                    .addFilter(
                            "regionItself",
                            Regions.WRITINGS,
                            "Region without its parts, as rows of totals name it; written likewise.")
                    .add(Parameter.filter("action", Type.TEXT, "Reference of the action.")
                            .known(ACTIONS)
                            .always()),
            true,
            "PROJECT",
            "each euro once: what is planned and allocated at the action, what is committed and follows at the project"
                    + " that it was committed to; an umbrella's is cut by the contributions of its parts");

    private CoverageReport() {}
}
