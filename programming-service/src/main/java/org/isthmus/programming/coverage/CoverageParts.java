package org.isthmus.programming.coverage;

import java.time.Instant;
import java.time.LocalDate;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;

/**
 * What is planned for actions and what became of it, cut to the cent: plans by the shares of the action, deeds by those of
 * the project, and what is paid or given back never beyond what is committed in a part. Payments and decommitments are cut
 * from their running sum in the order of the books, so that a part here is the part in execution; what undoes one stands
 * behind it.
 */
final class CoverageParts {

    /** By the days of the acts that planned it and set it aside. */
    private static final String ACTIONS = """
            with action as materialized (
                select d.id, d.reference, d.work_programme, d.programme, d.year, p.indicative, p.allocated
                  from coverage_record d
                 cross join lateral (
                      select sum(c.change) filter (where c.measure = 'indicative') as indicative,
                             coalesce(sum(c.change) filter (where c.measure = 'allocated'), 0) as allocated
                        from coverage_act c
                       where c.action_id = d.id and c.effective_on <= ?
                         and c.recorded_from <= coalesce(cast(? as timestamptz), 'infinity')) p
                 where p.indicative is not null and
            """;

    /** What each state of a commitment differs by from the one before counts from the day of its movement. */
    private static final String CUT = """
            ),
            step as (
                select s.*, s.committed - lag(s.committed, 1, 0.0) over before as by_committed,
                       s.decommitted - lag(s.decommitted, 1, 0.0) over before as by_decommitted,
                       s.paid - lag(s.paid, 1, 0.0) over before as by_paid,
                       s.recovered - lag(s.recovered, 1, 0.0) over before as by_recovered
                  from commitment_state s join action a on a.id = s.action_id
                 where s.recorded_from <= coalesce(cast(? as timestamptz), 'infinity')
                   and (? or exists (select from known_project p where p.id = s.project_id and p.published))
                window before as (partition by s.commitment_id order by s.version)),
            undone as (
                select s.commitment_id, s.version, o.version as place
                  from step s join step o on o.commitment_id = s.commitment_id and o.movement_id = s.corrects),
            counted as materialized (
                select s.*, coalesce(u.place, s.version) as place
                  from step s left join undone u on u.commitment_id = s.commitment_id and u.version = s.version
                 where coalesce(moved_on, effective_on) <= ?),
            state as materialized (
                select commitment_id, project_id, action_id, historical, sum(by_committed) as committed,
                       coalesce(sum(by_recovered), 0) as recovered
                  from counted group by commitment_id, project_id, action_id, historical),
            subjects as (select array(select id from action union select project_id from state) as ids),
            line as materialized (select l.* from subjects s, attribution_line(s.ids, cast(? as timestamptz), ?, ?) l),
            weights as (select subject, array_agg(weight order by line) as of_lines from line group by subject),
            included as (
                select distinct u.part
                  from (select array_agg(distinct project_id) as ids from state) p, umbrella_above(p.ids, cast(? as timestamptz), ?) u
                 where exists (select from commitment_state s
                                where s.project_id = u.umbrella and s.committed > 0
                                  and (s.effective_on is null or s.effective_on <= ?)
                                  and known_at(s.recorded_from, s.recorded_to, cast(? as timestamptz)))),
            planned as (
                select a.id as action_id, a.id as subject, v.measure, split_to_cent(v.amount, w.of_lines) as parts
                  from action a join weights w on w.subject = a.id
                 cross join lateral (values ('indicative', a.indicative), ('allocated', a.allocated)) v (measure, amount)),
            committed as (
                select s.*, w.of_lines, split_to_cent(s.committed, w.of_lines) as committed_parts
                  from state s join weights w on w.subject = s.project_id
                 where not exists (select from included i where i.part = s.project_id)),
            running as (
                select c.commitment_id, c.project_id, c.of_lines, c.committed_parts, v.measure, s.place, s.version, v.nth,
                       sum(v.amount) over (partition by c.commitment_id order by s.place, s.version, v.nth) as upto
                  from committed c join counted s on s.commitment_id = c.commitment_id
                 cross join lateral (values (1, 'paid', s.by_paid), (2, 'decommitted', s.by_decommitted))
                       v (nth, measure, amount)
                 where v.amount <> 0),
            spent as (
                select r.*, split_to_cent(r.upto, r.of_lines, r.committed_parts) as upto_parts from running r),
            spent_step as (
                select s.*, lag(s.upto_parts) over (partition by s.commitment_id order by s.place, s.version, s.nth)
                                as before_parts
                  from spent s),
            spent_of_line as (
                select s.commitment_id, l.line,
                       sum(s.upto_parts[l.line] - coalesce(s.before_parts[l.line], 0))
                           filter (where s.measure = 'paid') as paid,
                       sum(s.upto_parts[l.line] - coalesce(s.before_parts[l.line], 0))
                           filter (where s.measure = 'decommitted') as decommitted
                  from spent_step s join line l on l.subject = s.project_id
                 group by s.commitment_id, l.line),
            deed as (
                select c.action_id, c.project_id as subject, v.measure, l.line, v.amount
                  from committed c join line l on l.subject = c.project_id
                  left join spent_of_line s on s.commitment_id = c.commitment_id and s.line = l.line
                 cross join lateral (values
                       (case when c.historical then 'committedOfPast' else 'committed' end, c.committed_parts[l.line]),
                       (case when c.historical then 'decommittedOfPast' else 'decommitted' end, coalesce(s.decommitted, 0)),
                       (case when not c.historical then 'paid' end, coalesce(s.paid, 0)),
                       (case when not c.historical then 'recovered' end,
                        (split_to_cent(c.recovered, c.of_lines))[l.line])) v (measure, amount)
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
                  join line l on l.subject = c.subject and l.line = c.line
                 where true
            """;

    private CoverageParts() {}

    /**
     * @param day what counts by its end
     * @param everything whether the reader also sees the money of projects that are not published
     */
    static Query of(Breakdown asked, LocalDate day, boolean everything) {
        Asked filters = asked.asked();
        Instant at = asked.recordedBy();
        Query parts = Query.of(ACTIONS, day, at);
        if (at == null) {
            parts.add("superseded_at is null");
        } else {
            parts.add("recorded_at <= ? and (superseded_at is null or superseded_at > ?)", at, at);
        }
        parts.add(filters.condition("action", "d.reference = any (?)", ""))
                .add(filters.condition("programme", "d.programme = any (?)", ""))
                .add(filters.condition("workProgramme", "d.work_programme = any (?)", ""))
                .add(filters.condition("year", "d.year = any (?)", ""))
                .add(CUT, at, everything, day, at, everything, day, at, everything, day, at)
                .add(filters.condition("strand", "l.strand = any (?)", "l.strand is null"))
                .add(filters.condition("country", "l.country = any (?)", "l.country is null"))
                .add(filters.condition(
                        "region",
                        "l.region = any (array(select unnest(regions_within(cast(? as text[])))))",
                        "l.region is null"))
                .add(filters.condition(
                        "regionItself",
                        "l.region = any (array(select unnest(region_codes(cast(? as text[])))))",
                        "l.region is null"));
        return parts.add(")");
    }
}
