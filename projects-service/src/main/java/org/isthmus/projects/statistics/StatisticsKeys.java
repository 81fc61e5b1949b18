package org.isthmus.projects.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Dimension;

/** Which keys the money of the projects picked has, and which the projects themselves. */
record StatisticsKeys(Breakdown asked) {

    private static final Map<String, String> MEMBERS = Map.of(
            "strand", "(select unnest(p.strands))",
            "country",
                    "(select unnest(p.countries) union all select null where p.benefiting = '{}' and p.countries <> '{}')",
            "region", "(select unnest(p.regions))",
            "year", "(select unnest(p.years))",
            "projectYear", "(select unnest(p.years))",
            "status", "(select p.status)",
            "programme", "(select p.programme)",
            "scope", "(select p.scope)",
            "endKnown", "(select p.end_known)");

    /** Money that belongs to another key than asked for is not attributed at all; of another year, to no year. */
    Query money() {
        List<Object> ofKeys = new ArrayList<>();
        List<Object> ofReasons = new ArrayList<>();
        List<Object> ofOthers = new ArrayList<>();
        List<String> columns =
                asked.dimensions().stream().map(StatisticsKeys::column).toList();
        List<String> keys = new ArrayList<>();
        List<String> reasons = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (Dimension dimension : asked.dimensions()) {
            String column = column(dimension);
            String key = column;
            String reason = "%s_reason".formatted(column);
            if (isNarrowed(dimension)) {
                reason =
                        "case when %1$s is not null and cast(%1$s as text) <> all (%3$s) then 'another %2$s than asked for' else %1$s_reason end as %1$s_reason"
                                .formatted(column, dimension.name(), given(dimension));
                ofReasons.add(asked.asked().given(dimension.name()));
            }
            if (isNarrowed(dimension) && isYear(dimension)) {
                key = "case when cast(%1$s as text) = any (%2$s) then %1$s end as %1$s"
                        .formatted(column, given(dimension));
                ofKeys.add(asked.asked().given(dimension.name()));
            } else if (isNarrowed(dimension)) {
                others.add("(%1$s is not null and cast(%1$s as text) <> all (%3$s)%2$s)"
                        .formatted(
                                column,
                                asked.asked().asksNone(dimension.name()) ? "" : " or %s is null".formatted(column),
                                given(dimension)));
                ofOthers.add(asked.asked().given(dimension.name()));
            }
            keys.add(key);
            reasons.add(reason);
        }
        ofKeys.addAll(ofReasons);
        ofKeys.addAll(ofOthers);
        return Query.of(
                """
                select case when %1$s then thing end as thing, measure, currency, amount, up_to, %2$s, %3$s
                  from (select m.*, %4$s from (select thing, measure, currency, amount, up_to, %5$s, %6$s,
                               coalesce(%7$s, false) as is_other from money) m) k
                """.formatted(
                        columns.stream()
                                        .map("%s_shown is null"::formatted)
                                        .collect(Collectors.joining(" and ", "(", ") or "))
                                + columns.stream()
                                        .map("%s_shown is not null"::formatted)
                                        .collect(Collectors.joining(" and ", "(", ")")),
                        columns.stream().map("%1$s_shown as %1$s"::formatted).collect(Collectors.joining(", ")),
                        columns.stream().map("%s_reason"::formatted).collect(Collectors.joining(", ")),
                        columns.stream()
                                .map("case when not m.is_other then m.%1$s end as %1$s_shown"::formatted)
                                .collect(Collectors.joining(", ")),
                        String.join(", ", keys),
                        String.join(", ", reasons),
                        others.isEmpty() ? "false" : String.join(" or ", others)),
                ofKeys.toArray());
    }

    /** A project is counted under each key that it has, as far as it is asked for; what it shares unknown is told. */
    Query members() {
        List<Object> bound = new ArrayList<>();
        StringBuilder keys = new StringBuilder();
        StringBuilder reasons = new StringBuilder();
        StringBuilder joins = new StringBuilder();
        StringBuilder conditions = new StringBuilder();
        List<String> some = new ArrayList<>();
        List<String> shared = new ArrayList<>();
        for (Dimension dimension : asked.dimensions()) {
            String column = column(dimension);
            keys.append(", m_%1$s.code".formatted(column));
            reasons.append(", cast(null as text)");
            joins.append(" left join lateral %s m_%s (code) on true".formatted(MEMBERS.get(dimension.name()), column));
            some.add("m_%s.code is not null".formatted(column));
            if (isNarrowed(dimension)) {
                conditions.append(" and (cast(m_%1$s.code as text) = any (%3$s)%2$s)"
                        .formatted(
                                column,
                                asked.asked().asksNone(dimension.name())
                                        ? " or m_%s.code is null".formatted(column)
                                        : "",
                                given(dimension)));
                bound.add(asked.asked().given(dimension.name()));
            }
            if (List.of("country", "region").contains(dimension.name())) {
                shared.add(
                        "m_%1$s.code is not null and exists (select from place c where c.id = p.id and c.%1$s is null)"
                                .formatted(column));
            } else if (isYear(dimension)) {
                shared.add("m_%s.code is not null and p.first_year is null".formatted(column));
            }
        }
        String upTo = shared.isEmpty()
                ? "null"
                : shared.stream().collect(Collectors.joining(" or ", "case when ", " then p.amount end"));
        return Query.of(
                "select p.id, cast(null as text), p.currency, cast(null as numeric), cast(%s as numeric)%s%s from picked p%s where (%s)%s"
                        .formatted(upTo, keys, reasons, joins, String.join(" or ", some), conditions),
                bound.toArray());
    }

    /** The values asked for; those of a region hold what is inside of it too. */
    private static String given(Dimension dimension) {
        return dimension.name().equals("region") ? "regions_within(cast(? as text[]))" : "cast(? as text[])";
    }

    /** The first of a project's years carries its money, so the others are no keys of it. */
    private static boolean isYear(Dimension dimension) {
        return List.of("year", "projectYear").contains(dimension.name());
    }

    private boolean isNarrowed(Dimension dimension) {
        return asked.asked().has(dimension.name());
    }

    private static String column(Dimension dimension) {
        return dimension.name().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
