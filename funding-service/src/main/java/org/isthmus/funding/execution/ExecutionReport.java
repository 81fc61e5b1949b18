package org.isthmus.funding.execution;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.isthmus.funding.attribution.KnownCodes;
import org.isthmus.funding.budgetline.BudgetLines;
import org.isthmus.funding.journal.EntryCodes;
import org.isthmus.kit.lists.Parameter;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.report.Declaration;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Measure;

/** What a report of execution can be asked for; every list of entries that a total links to takes the same. */
final class ExecutionReport {

    /** What was promised to projects of the past, whose payments no source tells. */
    static final String COMMITTED_OF_PAST = "committedOfPast";

    static final String DECOMMITTED_OF_PAST = "decommittedOfPast";

    /** The same of which no source tells whether it was before the end of the day. */
    private static final String COMMITTED_DATE_UNKNOWN = "committedDateUnknown";

    private static final String DECOMMITTED_DATE_UNKNOWN = "decommittedDateUnknown";

    private static final String PAYMENTS_UNKNOWN = "paymentsUnknown";

    private static final String DATE_UNKNOWN = "dateUnknown";

    /** A row of the past alone: what was paid of it is not zero but unknown. */
    private static final Predicate<Set<String>> PAYMENTS_KNOWN = parts -> parts.contains("committed")
            || parts.contains("reserved")
            || parts.contains("paid")
            || !parts.contains(COMMITTED_OF_PAST) && !parts.contains(COMMITTED_DATE_UNKNOWN);

    /** A row of nothing but money that no source dates: none of it is known to have been committed by the day. */
    private static final Predicate<Set<String>> DATES_KNOWN = parts -> parts.contains("committed")
            || parts.contains("reserved")
            || parts.contains(COMMITTED_OF_PAST)
            || !parts.contains(COMMITTED_DATE_UNKNOWN);

    /** A row of the past alone: nobody kept here what was allocated before it was committed. */
    private static final Predicate<Set<String>> ALLOCATION_KNOWN = parts -> parts.contains("allocated")
            || parts.contains("committed")
            || !parts.contains(COMMITTED_OF_PAST) && !parts.contains(COMMITTED_DATE_UNKNOWN);

    static final List<Measure> MEASURES = List.of(
            Measure.of("allocated", "set aside for actions, less what was taken back; by the shares of the action")
                    .knownWhere(ALLOCATION_KNOWN),
            Measure.of(
                            "committed",
                            "reserved + contracted: each euro once, less what was reversed; this and all that follows by the shares of"
                                    + " the project",
                            "reserved",
                            "committed",
                            COMMITTED_OF_PAST)
                    .knownWhere(DATES_KNOWN)
                    .beside(DATE_UNKNOWN),
            Measure.of(
                            "reserved",
                            "the part of global commitments that no agreement has drawn yet; by the shares of the action")
                    .knownWhere(DATES_KNOWN)
                    .beside(DATE_UNKNOWN),
            Measure.of(
                            "contracted",
                            "by signed agreements in force and contributions known of the past",
                            "committed",
                            COMMITTED_OF_PAST)
                    .knownWhere(DATES_KNOWN)
                    .beside(DATE_UNKNOWN),
            Measure.of("paid", "paid on commitments whose payments are known; absent where none are")
                    .knownWhere(PAYMENTS_KNOWN)
                    .beside(PAYMENTS_UNKNOWN, DATE_UNKNOWN),
            Measure.of("decommitted", "given back of commitments", "decommitted", DECOMMITTED_OF_PAST)
                    .knownWhere(DATES_KNOWN)
                    .beside(DATE_UNKNOWN),
            Measure.of(
                            "outstanding",
                            "committed - paid - decommitted, of commitments whose payments are known",
                            "reserved",
                            "committed",
                            "-paid",
                            "-decommitted")
                    .knownWhere(PAYMENTS_KNOWN)
                    .beside(PAYMENTS_UNKNOWN, DATE_UNKNOWN),
            Measure.of(
                            PAYMENTS_UNKNOWN,
                            "committed - decommitted of commitments of the past, whose payments no source tells;"
                                    + " committed = paid + decommitted + outstanding + paymentsUnknown",
                            COMMITTED_OF_PAST,
                            "-" + DECOMMITTED_OF_PAST)
                    .knownWhere(parts -> parts.contains(COMMITTED_OF_PAST))
                    .beside(DATE_UNKNOWN),
            Measure.of(
                            DATE_UNKNOWN,
                            "committed - decommitted of commitments of the past that may have been made after the day, or"
                                    + " whose day no source tells; in no other measure",
                            COMMITTED_DATE_UNKNOWN,
                            "-" + DECOMMITTED_DATE_UNKNOWN)
                    .knownWhere(parts -> parts.contains(COMMITTED_DATE_UNKNOWN)));

    static final Parameters FILTERS = new Parameters()
            .addFilter("strand", KnownCodes.STRANDS, "Code of a strand.")
            .addFilter("country", KnownCodes.COUNTRIES, "ISO 3166-1 alpha-2.")
            .addFilter(
                    "region",
                    KnownCodes.REGIONS,
                    "Region, its parts included: by its code, another writing or a title of it, whatever the capitals.")
            .addFilter(
                    "regionItself",
                    KnownCodes.REGIONS,
                    "Region without its parts, as rows of totals name it; written likewise.")
            .addFilter("year", Type.YEAR, "Budget year of the money.")
            .addFilter("projectYear", Type.YEAR, "A year in which the project ran.")
            .addFilter("projectFirstYear", Type.YEAR, "First year in which the project ran, as rows of totals name it.")
            .addFilter("programme", KnownCodes.PROGRAMMES, "Code of the programme.")
            .addFilter("action", EntryCodes.ACTIONS, "Action, by id or reference.")
            .addFilter("project", EntryCodes.PROJECTS, "Project, by id or reference.")
            .add(Parameter.filter("commitment", Type.TEXT, "Commitment, by id or reference.")
                    .known(EntryCodes.COMMITMENTS)
                    .always())
            .add(Parameter.filter("budgetLine", Type.TEXT, "Code of the budget line.")
                    .known(BudgetLines.CODES)
                    .always())
            .add(Parameter.filter("historical", Type.BOOLEAN, "Whether it is of the past, known from a document.")
                    .always());

    static final Declaration DECLARATION = new Declaration(
            "year",
            7,
            List.of(
                    Dimension.of("strand", "by the shares of strands; the primary strand carries all without shares"),
                    Dimension.of(
                            "country",
                            "by the shares of the countries that benefit and take part on the day asked, one set for all entries;"
                                    + " several without shares have none"),
                    Dimension.of("region", "by the regions of the register, also where only the region is known")
                            .foundBy("regionItself"),
                    Dimension.ofNumbers(
                            "year", "the budget year that the money was appropriated for, not that of the movement"),
                    Dimension.ofNumbers(
                                    "projectYear",
                                    "the first year in which the project ran carries all, as in statistics; where its start is"
                                            + " unknown none does. The filter finds each year that it ran in")
                            .foundBy("projectFirstYear"),
                    Dimension.of("programme", "the programme of the project, or of the action that pays it"),
                    Dimension.of("action", "the action whose allocation it is drawn from, by reference")),
            MEASURES,
            FILTERS,
            true,
            "PROJECT",
            "each euro once, at the project that it was committed to; an umbrella's are cut by the contributions of its"
                    + " parts, whose own entries then count 0 (includedIn)");

    private ExecutionReport() {}
}
