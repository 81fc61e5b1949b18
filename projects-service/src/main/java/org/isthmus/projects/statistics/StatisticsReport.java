package org.isthmus.projects.statistics;

import java.util.List;
import java.util.Map;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Declaration;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Measure;
import org.isthmus.projects.organisation.Organisations;
import org.isthmus.projects.reference.KnownCodes;
import org.isthmus.projects.values.ProjectScope;
import org.isthmus.projects.values.ProjectStatus;
import org.isthmus.projects.values.Years;

/** What statistics of projects can be asked for; filters pick the same projects as those of the list do. */
final class StatisticsReport {

    static final Measure PROJECTS = new Measure(
            "projects",
            "how many projects have the key; one with several keys counts under each, so rows overlap",
            Map.of(),
            any -> true,
            List.of());

    static final Measure CONTRIBUTION = Measure.of(
                    "contribution",
                    "what the Union pays by the current figure of each project, an umbrella's less what its parts are"
                            + " known to have; absent where none of it can be attributed, with upTo: what the projects of"
                            + " the row share with others, nobody knows how")
            .knownWhere(parts -> parts.contains("contribution"));

    private static final String YEARS =
            "a project counts in each year that it ran in, as far as that is known; the first of them carries all its"
                    + " contribution, and where its start is unknown none does";

    private static final Known REGIONS = new Known(
                    "code of a region, such as ENPI East, or another writing or a title of it",
                    rows -> KnownCodes.regions()
                            .add(" union all select from project_view where ")
                            .add(rows.condition())
                            .add(" and within_regions @> array[region_code(value)]"))
            .heardOn("programming.regions");

    private static final Known ORGANISATIONS = new Known(
            "organisation, by its reference or id",
            rows -> Query.of("select from project_view where ")
                    .add(rows.condition())
                    .add(" and value = any (organisations) union all ")
                    .add(Organisations.REFERENCES.exists().apply(rows)));

    private static final Parameters FILTERS = new Parameters()
            .addFilter("programme", KnownCodes.PROGRAMMES, "Code of the programme.")
            .addFilter("strand", KnownCodes.STRANDS, "Code of the strand.")
            .addFilter("country", KnownCodes.COUNTRIES, "Country, ISO 3166-1 alpha-2.")
            .addFilter(
                    "region",
                    REGIONS,
                    "Region, its parts included: by its code, another writing or a title of it; or as a source prints it.")
            .addFilter("status", ProjectStatus.class, "Status.")
            .addFilter("year", Type.YEAR, "A year in which it ran.")
            .addFilter("projectYear", Type.YEAR, "A year in which it ran.")
            .addFilter("scope", ProjectScope.class, "Scope.")
            .addFilter("endKnown", Years.End.class, "Whether its end is known.")
            .addFilter("organisation", ORGANISATIONS, "An organisation that takes part, by id or reference.");

    static final Declaration DECLARATION = new Declaration(
            "strand",
            3,
            List.of(
                    Dimension.of("strand", "by the shares of strands; without shares the first strand carries all"),
                    Dimension.of(
                            "country",
                            "by the shares of the countries that benefit and take part on the day asked, one set for all years of a"
                                    + " project; one alone carries all"),
                    Dimension.of("region", "that of the countries that carry the money, or the one that all are in")
                            .foundBy("regionItself"),
                    Dimension.ofNumbers("year", YEARS),
                    Dimension.ofNumbers("projectYear", YEARS),
                    Dimension.of("status", "the status that a source or an act says"),
                    Dimension.of("programme", "the programme that the project names"),
                    Dimension.of("scope", "the scope that the project names"),
                    Dimension.of(
                            "endKnown",
                            "whether its end is known; else it counts until the last day that is told of it")),
            List.of(PROJECTS, CONTRIBUTION),
            FILTERS,
            false,
            "PROJECT",
            "each euro once, at the project that is known to have it: a part of an umbrella has its own contribution, the"
                    + " umbrella what its parts leave; parts that add up to more than their umbrella share it");

    private StatisticsReport() {}
}
