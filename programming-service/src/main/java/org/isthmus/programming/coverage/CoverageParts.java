package org.isthmus.programming.coverage;

import java.time.Instant;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;

/**
 * What is planned for actions and what became of it, cut to the cent: plans by the shares of the action, deeds by those of
 * the project, and what is paid or given back never beyond what is committed in a part.
 */
final class CoverageParts {

    private static final String ACTIONS = """
            with action as materialized (
                select d.id, d.reference, d.work_programme, d.programme, d.year,
                       cast(b.body -> 'indicative' ->> 'amount' as numeric) as indicative,
                       cast(b.body -> 'allocated' ->> 'amount' as numeric) as allocated
                  from coverage_record d cross join lateral (select cast(d.body as jsonb) as body) b
                 where
            """;

    private static final String CUT = """
            ),
            state as materialized (
                select s.* from commitment_state s join action a on a.id = s.action_id
                 where known_at(s.recorded_from, s.recorded_to, cast(? as timestamptz))
                   and (? or exists (select from known_project p where p.id = s.project_id and p.published))),
            subjects as (select array(select id from action union select project_id from state) as ids),
            line as materialized (select l.* from subjects s, attribution_line(s.ids, cast(? as timestamptz), ?) l),
            weights as (select subject, array_agg(weight order by line) as of_lines from line group by subject),
            included as (
                select distinct u.part
                  from (select array_agg(distinct project_id) as ids from state) p, umbrella_above(p.ids, cast(? as timestamptz), ?) u
                 where exists (select from commitment_state s
                                where s.project_id = u.umbrella and s.committed > 0
                                  and known_at(s.recorded_from, s.recorded_to, cast(? as timestamptz)))),
            planned as (
                select a.id as action_id, a.id as subject, v.measure, split_to_cent(v.amount, w.of_lines) as parts
                  from action a join weights w on w.subject = a.id
                 cross join lateral (values ('indicative', a.indicative), ('allocated', a.allocated)) v (measure, amount)),
            committed as (
                select s.*, w.of_lines, split_to_cent(s.committed, w.of_lines) as committed_parts
                  from state s join weights w on w.subject = s.project_id
                 where not exists (select from included i where i.part = s.project_id)),
            spent as (
                select c.*, split_to_cent(c.paid, c.of_lines, c.committed_parts) as paid_parts,
                       split_to_cent(c.paid + c.decommitted, c.of_lines, c.committed_parts) as spent_parts
                  from committed c),
            deed as (
                select s.action_id, s.project_id as subject, v.measure, l.line, v.amount
                  from spent s join line l on l.subject = s.project_id
                 cross join lateral (values
                       (case when s.historical then 'committedOfPast' else 'committed' end, s.committed_parts[l.line]),
                       (case when s.historical then 'decommittedOfPast' else 'decommitted' end,
                        s.spent_parts[l.line] - s.paid_parts[l.line]),
                       (case when not s.historical then 'paid' end, s.paid_parts[l.line]),
                       (case when not s.historical then 'recovered' end,
                        (split_to_cent(s.recovered, s.of_lines))[l.line])) v (measure, amount)
                 where v.measure is not null),
            cut as (
                select p.action_id, p.subject, p.measure, l.line, p.parts[l.line] as amount
                  from planned p join line l on l.subject = p.subject
                union all select * from deed),
            part as (
                select a.id as thing, c.measure, 'EUR' as currency, c.amount, cast(null as numeric) as up_to,
                       a.programme, cast(null as text) as programme_reason,
                       a.work_programme, cast(null as text) as work_programme_reason,
                       a.year, cast(null as text) as year_reason, a.reference as action, cast(null as text) as action_reason,
                       l.strand, l.strand_reason, l.country, l.country_reason, l.region, l.region_reason
                  from cut c join action a on a.id = c.action_id
                  join line l on l.subject = c.subject and l.line = c.line)
            """;

    private final Breakdown asked;
    private final Query parts = new Query();

    private CoverageParts(Breakdown asked) {
        this.asked = asked;
    }

    static Query of(Breakdown asked, boolean everything) {
        return new CoverageParts(asked).parts(everything);
    }

    private Query parts(boolean everything) {
        Instant at = asked.recordedBy();
        parts.add(ACTIONS);
        if (at == null) {
            parts.add("superseded_at is null");
        } else {
            parts.add("recorded_at <= ? and (superseded_at is null or superseded_at > ?)", at, at);
        }
        filter("programme", "d.programme");
        filter("workProgramme", "d.work_programme");
        filter("year", "d.year");
        return parts.add(CUT, at, everything, at, everything, at, everything, at);
    }

    private void filter(String name, String column) {
        if (asked.asks(name)) {
            parts.add(" and " + column + " = any (?)", asked.values(name));
        }
    }
}
