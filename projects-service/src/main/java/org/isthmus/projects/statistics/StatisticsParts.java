package org.isthmus.projects.statistics;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;

/**
 * The projects that statistics count and their money, cut into its smallest units.
 *
 * <p>The contribution of an umbrella is cut by its parts first, at every depth, then each project's own money by its
 * strands and places. Filters pick whole projects; what belongs to other keys than asked for is not attributed.
 */
final class StatisticsParts {

    private static final String COLUMNS =
            "id, status, programme, scope, strands, countries, benefiting, regions, within_regions, organisations, years, first_year, start_on,"
                    + " end_known, amount, currency";

    private static final String MONEY = """
            ),
            above as (
                select from_id as part, to_id as umbrella, 1 as depth from relation where type = 'PART_OF'
                union all
                select a.part, r.to_id, a.depth + 1
                  from above a join relation r on r.from_id = a.umbrella and r.type = 'PART_OF' where a.depth < 20),
            inside as materialized (
                select distinct on (a.part) a.part, a.umbrella, u.amount as of_umbrella,
                       case when p.currency = u.currency then p.amount end as amount
                  from above a join seen u on u.id = a.umbrella join seen p on p.id = a.part
                 where u.amount > 0
                 order by a.part, a.depth),
            whole as (
                select umbrella, greatest(min(of_umbrella), sum(amount)) as amount, coalesce(sum(amount), 0) as parts
                  from inside group by umbrella),
            piece as (
                select w.umbrella as root, w.umbrella as node, cast(1 as numeric) as weight
                  from whole w where not exists (select from inside i where i.part = w.umbrella)
                union all
                select p.root, i.part, p.weight * coalesce(i.amount, 0) / w.amount
                  from piece p join inside i on i.umbrella = p.node join whole w on w.umbrella = p.node),
            piece_left as (
                select p.root, p.node, p.weight * coalesce(1 - w.parts / w.amount, 1) as weight,
                       row_number() over (partition by p.root order by p.node) as n
                  from piece p left join whole w on w.umbrella = p.node),
            root_cut as (
                select l.root, split_to_cent(min(d.amount), array_agg(l.weight order by l.n), null,
                                             1.0 / min(units_of(d.currency))) as parts
                  from piece_left l join seen d on d.id = l.root group by l.root),
            own as (
                select l.node, c.parts[l.n] as amount from piece_left l join root_cut c on c.root = l.root),
            picked as materialized (
                select d.id, d.strands, d.countries, d.benefiting, d.regions, d.years, d.end_known,
                       case when d.start_on is not null then d.first_year end as first_year, d.status, d.programme, d.scope,
                       d.currency, d.amount is null as is_unknown, i.part is not null as is_included,
                       case when i.part is not null and i.amount is null then null else coalesce(o.amount, d.amount) end
                           as amount,
                       1.0 / units_of(d.currency) as unit
                  from seen d
                  left join inside i on i.part = d.id
                  left join own o on o.node = d.id
                 where true
            """;

    private static final String CUT = """
            ),
            share as (
                select a.* from attributed_share a join picked p on p.id = a.subject
                 where known_at(a.recorded_from, a.recorded_to, cast(? as timestamptz))
                   and valid_on(a.valid_from, a.valid_to, ?)),
            strand as (
                select subject as id, code as strand, reason, share, line from share where dimension = 'STRAND'
                union all
                select p.id, c.code, null, 0, 1000 + c.n
                  from picked p cross join lateral unnest(p.strands) with ordinality c (code, n)
                 where p.id in (select subject from share where dimension = 'STRAND' and code is not null)
                   and (p.id, c.code) not in (select subject, code from share where dimension = 'STRAND'
                                                 and code is not null)),
            place as (
                select subject as id, code as country, reason as country_reason, region, region_reason, share, line
                  from share where dimension = 'PLACE'),
            line as (
                select p.id, s.strand, case when s.strand is null then coalesce(s.reason, 'no strand') end as strand_reason,
                       k.country, case when k.country is null then coalesce(k.country_reason, 'no country') end as country_reason,
                       k.region, case when k.region is null then coalesce(k.region_reason, 'no region') end as region_reason,
                       coalesce(s.share, 100) * coalesce(k.share, 100) as weight,
                       row_number() over (partition by p.id order by s.line, k.line) as n
                  from picked p left join strand s on s.id = p.id left join place k on k.id = p.id),
            cut as (
                select p.id, case when count(*) = 1 then array[p.amount]
                                  when p.amount is not null
                                  then split_to_cent(p.amount, array_agg(l.weight order by l.n), null, p.unit) end as parts
                  from picked p join line l on l.id = p.id group by p.id, p.amount, p.unit),
            money as (
                select p.id as thing, 'contribution' as measure, p.currency, c.parts[l.n] as amount,
                       cast(null as numeric) as up_to, l.strand, l.strand_reason,
                       l.country, l.country_reason, l.region, l.region_reason,
                       p.first_year as year, case when p.first_year is null then 'year unknown' end as year_reason,
                       p.first_year as project_year,
                       case when p.first_year is null then 'year unknown' end as project_year_reason,
                       p.status, cast(null as text) as status_reason,
                       p.end_known, cast(null as text) as end_known_reason,
                       p.programme, case when p.programme is null then 'no programme' end as programme_reason,
                       p.scope, case when p.scope is null then 'no scope' end as scope_reason
                  from picked p join line l on l.id = p.id join cut c on c.id = p.id),
            part as (
            """;

    private static final Map<String, String> ONE_OF = Map.of(
            "programme", "programme = any (?)",
            "strand", "strands && ?",
            "country", "countries && ?",
            "region", "within_regions && region_codes(cast(? as text[]))",
            "status", "status = any (?)",
            "year", "years && cast(? as int[])",
            "projectYear", "years && cast(? as int[])",
            "scope", "scope = any (?)",
            "endKnown", "end_known = any (?)",
            "organisation", "organisations && ?");

    private final Breakdown asked;
    private final LocalDate day;
    private final Query parts = new Query();

    private StatisticsParts(Breakdown asked, LocalDate day) {
        this.asked = asked;
        this.day = day;
    }

    /** @param day on which the shares hold that cut the money */
    static Query of(Breakdown asked, LocalDate day, RowFilter rows) {
        return new StatisticsParts(asked, day).parts(rows);
    }

    private Query parts(RowFilter rows) {
        parts.add(seen(rows)).add(MONEY);
        ONE_OF.keySet().stream().filter(asked.asked()::has).sorted().forEach(this::pick);
        parts.add(CUT, asked.recordedBy(), day);
        StatisticsKeys keys = new StatisticsKeys(asked);
        return parts.add(keys.money()).add(" union all ").add(keys.members()).add(")");
    }

    /** The projects that the reader may see, as they are or as they were recorded. */
    private Query seen(RowFilter rows) {
        Instant at = asked.recordedBy();
        Query seen = Query.of("with recursive seen as not materialized (select %s from project_view where "
                        .formatted(COLUMNS))
                .add(rows.condition());
        return at == null
                ? seen
                : seen.add(
                                " and recorded_at <= ? union all select %s from project_history where "
                                        .formatted(COLUMNS),
                                at)
                        .add(rows.inPast("project_view").condition())
                        .add(" and recorded_at <= ? and superseded_at > ?", at, at);
    }

    private void pick(String filter) {
        String condition = String.valueOf(ONE_OF.get(filter));
        String column = filter.equals("country") ? "benefiting" : condition.substring(0, condition.indexOf(' '));
        String none = "d." + column + (condition.contains("&&") ? " = '{}'" : " is null");
        parts.add(asked.asked().condition(filter, "d." + condition, none));
    }
}
