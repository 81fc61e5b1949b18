package org.isthmus.kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The one statement behind a report: its parts, keyed, grouped and added up, with the position and what is unknown. */
final class ReportSql {

    private static final String TAIL = """
            , keyed as (
                select p.*, %1$s as attributed from part p where (p.measure is null or p.measure = any (?)) and %2$s),
            told as (
                select k.thing, k.measure, k.currency, k.amount, k.up_to, k.attributed, %3$s,
                       case when not k.attributed then array_to_string(array(
                            select distinct r from unnest(array[%4$s]) r where r is not null), ', ') end as why
                  from keyed k)
            select grouping(attributed) = 1 as is_total, grouping(why) = 1 as is_sum, grouping(measure) = 1 as is_count,
                   attributed, why, measure, currency, sum(amount) as amount, sum(up_to) as up_to,
                   count(distinct thing) as things, %5$s, %6$s, %7$s as unknown
              from told
             group by grouping sets ((%5$s, why, attributed, measure, currency), (%5$s, why, attributed),
                                     (attributed, measure, currency), (attributed), (measure, currency), ())
             order by %8$s, why, currency, measure
            """;

    private static final String UNKNOWN = """
            (select array_agg(u.name || '=' || u.value)
               from unnest(cast(? as text[]), cast(? as text[])) u (name, value)
              cross join (select cast(? as boolean) as everything) reader
              where not case u.name %s else true end)
            """;

    private final Breakdown asked;
    private final Parts parts;
    private final Map<String, String> numbers;
    private final boolean everything;

    ReportSql(Breakdown asked, Parts parts, Map<String, String> numbers, boolean everything) {
        this.asked = asked;
        this.parts = parts;
        this.numbers = numbers;
        this.everything = everything;
    }

    Parts statement() {
        Parts statement = new Parts().add(parts.sql(), parts.values().toArray());
        List<String> columns =
                asked.dimensions().stream().map(Dimension::column).toList();
        List<Object> values = new ArrayList<>(List.of(asked.counted()));
        asked.currency().ifPresent(values::add);
        String unknown = unknown(values);
        return statement.add(
                TAIL.formatted(
                        joined(columns, " or ", "p.%s is not null"::formatted),
                        asked.currency().isPresent() ? "(p.currency is null or p.currency = ?)" : "true",
                        IntStream.range(0, columns.size())
                                .mapToObj(i ->
                                        "case when k.attributed then coalesce(cast(k.%s as text), 'none') end as k%d"
                                                .formatted(columns.get(i), i))
                                .collect(Collectors.joining(", ")),
                        joined(columns, ", ", "k.%s_reason"::formatted),
                        keys("k%d"),
                        numbers.entrySet().stream()
                                .map(number -> "%s as %s".formatted(number.getValue(), number.getKey()))
                                .collect(Collectors.joining(", ")),
                        unknown,
                        keys("k%1$d = 'none', k%1$d")),
                values.toArray());
    }

    private String unknown(List<Object> values) {
        List<String> names = new ArrayList<>();
        List<String> codes = new ArrayList<>();
        StringBuilder cases = new StringBuilder();
        for (Filter filter : asked.report().filters()) {
            if (filter.known() != null && !asked.values(filter.name()).isEmpty()) {
                cases.append(" when '%s' then %s".formatted(filter.name(), filter.known()));
                asked.values(filter.name()).forEach(code -> {
                    names.add(filter.name());
                    codes.add(code);
                });
            }
        }
        if (names.isEmpty()) {
            return "cast(null as text[])";
        }
        values.add(names);
        values.add(codes);
        values.add(everything);
        return UNKNOWN.formatted(cases);
    }

    private String keys(String form) {
        return IntStream.range(0, asked.dimensions().size())
                .mapToObj(form::formatted)
                .collect(Collectors.joining(", "));
    }

    private static String joined(List<String> columns, String by, Function<String, String> form) {
        return columns.stream().map(form).collect(Collectors.joining(by));
    }
}
