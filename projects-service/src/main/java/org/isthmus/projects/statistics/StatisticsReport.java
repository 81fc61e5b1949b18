package org.isthmus.projects.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.isthmus.kit.report.Declaration;
import org.isthmus.kit.report.Dimension;
import org.isthmus.kit.report.Filter;
import org.isthmus.kit.report.Measure;
import org.isthmus.projects.facts.ProjectScope;
import org.isthmus.projects.project.ProjectStatus;

/** What statistics of projects can be asked for; filters pick the same projects as those of the list do. */
final class StatisticsReport {

    static final Measure PROJECTS = new Measure(
            "projects",
            "how many projects have the key; one with several keys counts under each, so rows overlap",
            Map.of(),
            any -> true);

    static final Measure CONTRIBUTION = Measure.of(
                    "contribution",
                    "what the Union pays by the current figure of each project, an umbrella's less what its parts are"
                            + " known to have; absent where none of it can be attributed, with upTo: what the projects of"
                            + " the row share with others, nobody knows how")
            .knownWhere(parts -> parts.contains("contribution"));

    private static final String YEARS =
            "a project counts in each year that it ran in; the first of them carries all its contribution";

    static final Declaration DECLARATION = new Declaration(
            "getProjectStatistics",
            "strand",
            3,
            List.of(
                    Dimension.of("strand", "by the shares of strands; without shares the first strand carries all"),
                    Dimension.of("country", "by the shares of countries that benefit; one alone carries all"),
                    Dimension.of("region", "that of the countries that carry the money, or the one that all are in"),
                    Dimension.ofNumbers("year", YEARS),
                    Dimension.ofNumbers("projectYear", YEARS),
                    Dimension.of("status", "the status that a source or an act says"),
                    Dimension.of("programme", "the programme that the project names"),
                    Dimension.of("scope", "the scope that the project names")),
            List.of(PROJECTS, CONTRIBUTION),
            List.of(
                    Filter.of("programme", Filter.Form.TEXT, "Code of the programme, or none.")
                            .known("exists (select from known_programme k where k.code = u.value)"),
                    Filter.of("strand", Filter.Form.TEXT, "Code of the strand, or none.")
                            .known("exists (select from known_strand k where k.code = u.value)"),
                    Filter.of("country", Filter.Form.COUNTRY, "Country, ISO 3166-1 alpha-2, or none."),
                    Filter.of(
                                    "region",
                                    Filter.Form.TEXT,
                                    "A region as a source prints it, or that of a country, or none.")
                            .known("""
                                    (exists (select from known_country k where k.region = u.value)
                                     or exists (select from project_document d where u.value = any (d.regions)
                                                   and d.superseded_at is null and (reader.everything or d.visible)))
                                    """),
                    Filter.of("status", names(ProjectStatus.values()), "Status."),
                    Filter.of("year", Filter.Form.YEAR, "A year in which it ran, or none."),
                    Filter.of("projectYear", Filter.Form.YEAR, "A year in which it ran, or none."),
                    Filter.of("scope", names(ProjectScope.values()), "Scope, or none."),
                    Filter.of(
                                    "organisation",
                                    Filter.Form.TEXT,
                                    "An organisation that takes part, by id or reference, or none.")
                            .known("""
                                    (exists (select from seen d where u.value = any (d.organisations))
                                     or exists (select from organisation o
                                                 where u.value in (o.reference, o.id::text) and (reader.everything
                                                       or exists (select from project_document d where d.visible
                                                                     and d.organisations @> array[o.reference]
                                                                     and d.superseded_at is null))))
                                    """)),
            "PROJECT",
            "each euro once, at the project that is known to have it: a part of an umbrella has its own contribution, the"
                    + " umbrella what its parts leave; parts that add up to more than their umbrella share it");

    private StatisticsReport() {}

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
