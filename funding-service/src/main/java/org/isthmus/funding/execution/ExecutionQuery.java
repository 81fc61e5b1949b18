package org.isthmus.funding.execution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.isthmus.funding.ledger.EntryFilter;
import org.isthmus.funding.ledger.FilterValues;

/**
 * The one statement behind a report.
 *
 * <p>Each entry is first split to the cent into its parts by strand and country, by the largest remainder; the parts are
 * then added up. So however a report is grouped or filtered, the same cents are counted, and an entry and its reversal
 * cancel out in every row.
 */
final class ExecutionQuery {

    private static final String PARTS = """
            with counted as (
                select e.movement_id, e.line, e.measure, sign(e.measured) as sign, abs(e.measured) * 100 as cents,
                       a.year, ka.reference as action,
                       coalesce(a.project_id, a.action_id) as subject,
                       coalesce(a.action_id, a.project_id) as programme_subject
                  from entry e
                  join account a on a.id = e.account_id
                  join movement m on m.id = e.movement_id
                  left join known_action ka on ka.id = a.action_id
                 where e.measure is not null and %1$s and %2$s),
            parts as (
                select c.*, s.code as strand, s.reason as strand_why, k.code as country, k.reason as country_why,
                       r.region, p.code as programme, p.reason as programme_why,
                       c.cents * coalesce(s.share, 100) * coalesce(k.share, 100) * 0.0001 as exact
                  from counted c
                  left join attribution s on s.subject = c.subject and s.dimension = 'STRAND' and %3$s
                  left join attribution k on k.subject = c.subject and k.dimension = 'COUNTRY' and %4$s
                  left join attribution p on p.subject = c.programme_subject and p.dimension = 'PROGRAMME' and %5$s
                  left join country_region r on r.code = k.code and %6$s),
            split as (
                select p.*, sign * (floor(exact) + case
                           when row_number() over (
                                    partition by movement_id, line order by exact - floor(exact) desc, strand, country)
                                <= cents - sum(floor(exact)) over (partition by movement_id, line)
                           then 1 else 0 end) * 0.01 as amount
                  from parts p),
            keyed as (
                select movement_id, line, measure, amount, %7$s,
                       nullif(concat_ws(', ', %8$s), '') as why
                  from split
                 where %9$s),
            told as (select k.*, why is null as attributed from keyed k)
            select grouping(why) = 1 as is_sum, grouping(attributed) = 1 as is_total, attributed, why, measure,
                   sum(amount), count(distinct (movement_id, line)), %10$s
              from told
             group by grouping sets ((%10$s, why, attributed, measure), (attributed, measure), (measure))
             order by %10$s, why, measure
            """;

    private final List<GroupBy> dimensions;
    private final FilterValues values;
    private final EntryFilter filter;
    private final String visible;

    ExecutionQuery(List<GroupBy> dimensions, FilterValues values, EntryFilter filter, String visible) {
        this.dimensions = dimensions;
        this.values = values;
        this.filter = filter;
        this.visible = visible;
    }

    String sql() {
        return PARTS.formatted(
                filter.sql(),
                visible,
                valid("s"),
                valid("k"),
                valid("p"),
                valid("r"),
                keys(),
                reasons(),
                partFilter(),
                keyNames());
    }

    List<Object> bound() {
        List<Object> bound = new ArrayList<>(filter.bound());
        for (GroupBy dimension : List.of(GroupBy.STRAND, GroupBy.COUNTRY, GroupBy.REGION)) {
            values.texts(dimension.parameter())
                    .filter(codes -> !codes.isEmpty())
                    .ifPresent(bound::add);
        }
        return bound;
    }

    private String valid(String alias) {
        Optional<Instant> asOf = values.recordedAsOf();
        return EntryFilter.valid(alias, asOf);
    }

    /** A part with any of its keys missing has none: it is not attributed. */
    private String keys() {
        List<String> missing = dimensions.stream()
                .map(dimension -> dimension.key() + " is null")
                .toList();
        List<String> keys = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            keys.add("case when %s then null else %s end as k%d"
                    .formatted(String.join(" or ", missing), dimensions.get(i).key(), i));
        }
        return String.join(", ", keys);
    }

    private String keyNames() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < dimensions.size(); i++) {
            names.add("k" + i);
        }
        return String.join(", ", names);
    }

    private String reasons() {
        return String.join(
                ", ",
                dimensions.stream()
                        .map(dimension ->
                                "case when %s is null then %s end".formatted(dimension.key(), dimension.why()))
                        .toList());
    }

    /** Only the parts of the strands, countries and regions that were asked for. */
    private String partFilter() {
        List<String> conditions = new ArrayList<>();
        for (GroupBy dimension : List.of(GroupBy.STRAND, GroupBy.COUNTRY, GroupBy.REGION)) {
            values.texts(dimension.parameter()).ifPresent(codes -> {
                List<String> alternatives = new ArrayList<>();
                if (!codes.isEmpty()) {
                    alternatives.add(dimension.key() + " = any (?)");
                }
                if (values.hasNone(dimension.parameter())) {
                    alternatives.add(dimension.key() + " is null");
                }
                conditions.add("(" + String.join(" or ", alternatives) + ")");
            });
        }
        return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
    }
}
