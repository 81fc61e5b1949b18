package org.isthmus.kit.report;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.isthmus.kit.query.Query;

/** The one statement behind a report: its parts, keyed, grouped and added up, with what else is asked in it. */
final class ReportSql {

    private static final String KEYED = """
            , keyed as (
                select p.*, %1$s as attributed from part p
                 where (p.measure is null or p.measure = any (?))
                   and (cast(? as text) is null or p.currency is null or p.currency = ?)),
            told as (
                select case when k.measure is null or k.measure = any (?) then k.thing end as thing, k.measure, k.currency, k.amount, k.up_to, k.attributed, %2$s,
                       case when not k.attributed then array_to_string(array(
                            select distinct r from unnest(array[%3$s]) r where r is not null), ', ') end as why
                  from keyed k)
            select grouping(attributed) = 1 as is_total, grouping(why) = 1 as is_sum, grouping(measure) = 1 as is_count,
                   attributed, why, measure, currency, sum(amount) as amount, sum(up_to) as up_to,
                   count(distinct thing) as things, %4$s
            """;

    private static final String GROUPED = """
              from told
             group by grouping sets ((%1$s, why, attributed, measure, currency), (%1$s, why, attributed),
                                     (attributed, measure, currency), (attributed), (measure, currency), ())
             order by %2$s, why, currency, measure
            """;

    private ReportSql() {}

    /** @param numbers scalar expressions beside the sums, by their names */
    static Query of(Breakdown asked, Query parts, Map<String, Query> numbers) {
        List<String> columns =
                asked.dimensions().stream().map(Dimension::column).toList();
        String currency = asked.currency().orElse(null);
        Query statement = new Query()
                .add(parts)
                .add(
                        KEYED.formatted(
                                joined(columns, " or ", "p.%s is not null"::formatted),
                                keys(
                                        asked,
                                        i ->
                                                "case when k.attributed then coalesce(cast(k.%s as text), 'none') end as k%d"
                                                        .formatted(columns.get(i), i)),
                                joined(columns, ", ", "k.%s_reason"::formatted),
                                keys(asked, "k%d"::formatted)),
                        asked.read(),
                        currency,
                        currency,
                        asked.counted());
        numbers.forEach((name, number) -> statement.add(", ").add(number).add(" as " + name));
        return statement.add(" "
                + GROUPED.formatted(
                        keys(asked, "k%d"::formatted), keys(asked, i -> "k%1$d = 'none', k%1$d".formatted(i))));
    }

    private static String keys(Breakdown asked, Function<Integer, String> form) {
        return IntStream.range(0, asked.dimensions().size()).boxed().map(form).collect(Collectors.joining(", "));
    }

    private static String joined(List<String> columns, String by, Function<String, String> form) {
        return columns.stream().map(form).collect(Collectors.joining(by));
    }
}
