package org.isthmus.funding.execution;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.report.Breakdown;
import org.isthmus.kit.report.Reports;

/**
 * The entries that a report counts, each cut to the cent into its parts by programme, strand and place.
 *
 * <p>The n-th entry's part is the cut of the sum of n less the cut of the sum of n - 1: of an account what is allocated,
 * of a commitment what is committed, and, never more than that in any part, what is paid or given back. A reversal stands
 * behind what it reverses and takes back the same cents. An entry of a part of an umbrella whose own money is in the
 * books counts 0, for the umbrella's is cut by its parts.
 */
final class EntryParts {

    private static final String COUNTED = """
            with counted as materialized (
                select e.movement_id, e.line as entry, e.measure, e.measured, e.currency, a.id as account_id, a.year,
                       a.action_id, a.project_id, a.commitment_id, ka.reference as action,
                       coalesce(a.project_id, a.action_id) as subject, coalesce(c.kind = 'HISTORICAL', false) as of_past,
                       m.effective_on is null or m.effective_on > ? or c.kind = 'HISTORICAL' and c.dated is null as is_date_unknown,
                       e.measure in ('PAID', 'DECOMMITTED') as is_spent, coalesce(o.position, m.position) as place,
                       m.corrects is not null as is_reversal,
                       coalesce(a.commitment_id::text, a.id::text) as series
                  from entry e
                  join account a on a.id = e.account_id
                  join movement m on m.id = e.movement_id
                  left join movement o on o.id = m.corrects
                  left join known_action ka on ka.id = a.action_id
                  left join commitment c on c.id = a.commitment_id
                 where e.measure is not null
                   and (? or a.project_id is null or a.project_id in (select id from known_project where published)) and
            """;

    private static final String CUT = """
            ),
            line as materialized (
                select l.* from (select array_agg(distinct subject) as ids from counted) s,
                       attribution_line(s.ids, cast(? as timestamptz), ?, ?) l),
            weights as (select subject, array_agg(weight order by line) as of_lines from line group by subject),
            included as (
                select distinct on (u.part) u.part, s.reference
                  from (select array_agg(distinct project_id) as ids from counted) p,
                       umbrella_above(p.ids, cast(? as timestamptz), ?) u
                  join attributed_subject s on s.subject = u.umbrella and s.recorded_to is null
                 where (select sum(e.measured)
                          from account a join entry e on e.account_id = a.id join movement m on m.id = e.movement_id
                         where a.project_id = u.umbrella and e.measure = 'COMMITTED' and
            """;

    private static final String PARTS = """
                       ) > 0
                 order by u.part, u.depth desc),
            running as (
                select c.*, w.of_lines, sum(measured) over sequence as upto,
                       sum(measured) filter (where measure = 'COMMITTED') over (partition by series) as committed
                  from counted c left join weights w on w.subject = c.subject
                window sequence as (partition by series, is_spent order by place, is_reversal, entry)),
            cut as (
                select r.*, case when cardinality(of_lines) = 1 then array[upto]
                                 when is_spent and committed > 0
                                 then split_to_cent(upto, of_lines, split_to_cent(committed, of_lines))
                                 else split_to_cent(upto, of_lines) end as upto_of_lines
                  from running r),
            step as (
                select c.*, lag(upto_of_lines) over sequence as before_of_lines
                  from cut c
                window sequence as (partition by series, is_spent order by place, is_reversal, entry)),
            keyed_part as (
                select s.movement_id, s.entry, s.movement_id || '/' || s.entry as thing, s.project_id, l.node,
                       case when s.is_date_unknown then lower(s.measure) || 'DateUnknown'
                            when s.of_past and not s.measure in ('ALLOCATED', 'PAID')
                            then lower(s.measure) || 'OfPast' else lower(s.measure) end as measure,
                       s.currency,
                       case when i.part is null
                            then s.upto_of_lines[l.line] - coalesce(s.before_of_lines[l.line], 0) else 0 end as amount,
                       cast(null as numeric) as up_to, i.reference as included_in,
                       l.strand, l.strand_reason, l.country, l.country_reason, l.region, l.region_reason,
                       coalesce(l.programme, g.code) as programme,
                       case when l.programme is null and g.code is null then l.programme_reason end as programme_reason,
                       s.year, case when s.year is null then 'year unknown' end as year_reason,
                       y.first_year as ran_from,
                       case when y.runs_on then greatest(y.last_year, ?) else y.last_year end as ran_until,
                       case when y.year_reason is null and (? or y.first_year = any (cast(? as int[]))) then y.first_year end
                           as project_year,
                       case when s.project_id is null then 'no project'
                            when y.subject is null then 'year unknown'
                            when y.year_reason is not null then y.year_reason
                            when not (? or y.first_year = any (cast(? as int[]))) then 'another projectYear than asked for' end
                           as project_year_reason,
                       s.action, case when s.action is null then 'no action' end as action_reason
                  from step s
                  join line l on l.subject = s.subject
                  left join included i on i.part = s.project_id
                  left join attributed_subject y on y.subject = l.node
                        and known_at(y.recorded_from, y.recorded_to, cast(? as timestamptz))
                  left join attributed_share g on g.subject = s.action_id and g.dimension = 'PROGRAMME'
                        and known_at(g.recorded_from, g.recorded_to, cast(? as timestamptz))),
            part as (select * from keyed_part where
            """;

    private static final String ASKED_PROJECT =
            "(%1$s::text = any (?) or %1$s in (select subject from attributed_subject where reference = any (?)))";

    private final Breakdown asked;
    private final LocalDate day;
    private final LocalDate knownOn;
    private final boolean everything;
    private final Query parts = new Query();

    private EntryParts(Breakdown asked, Reports reports, boolean everything) {
        this.asked = asked;
        this.day = reports.day(asked);
        this.knownOn = reports.knownOn(asked);
        this.everything = everything;
    }

    /**
     * What counts by the end of the day asked for; what may have been later has no known date.
     *
     * @param everything whether the reader also sees entries of projects that are not published
     */
    static Query of(Breakdown asked, Reports reports, boolean everything) {
        return new EntryParts(asked, reports, everything).parts();
    }

    private Query parts() {
        Instant known = asked.recordedBy();
        parts.add(COUNTED, day, everything);
        days();
        ofAccounts();
        parts.add(CUT, known, everything, day, known, everything);
        days();
        List<Object> years = asked.asked().given("projectYear");
        boolean isAnyYear = !asked.asked().has("projectYear");
        parts.add(PARTS, knownOn.getYear(), isAnyYear, years, isAnyYear, years, known, known);
        ofParts();
        return parts.add(")");
    }

    private void days() {
        parts.add("(m.effective_first is null or m.effective_first <= ?)", day);
        if (asked.recordedBy() != null) {
            parts.add(" and m.recorded_at <= ?", asked.recordedBy());
        }
    }

    /** What holds for whole commitments and allocations, so that what is cut does not depend on what is asked. */
    private void ofAccounts() {
        Asked filters = asked.asked();
        List<Object> projects = asked.asked().given("project");
        String ofUmbrella = " or a.project_id in (select u.umbrella from (select array_agg(subject) as ids"
                + " from attributed_subject s where %s) p, umbrella_above(p.ids, cast(? as timestamptz), ?) u))"
                        .formatted(ASKED_PROJECT.formatted("s.subject"));
        parts.add(filters.condition("year", "a.year = any (?)", "a.year is null"))
                .add(filters.condition(
                        "action", "(ka.reference = any (?) or a.action_id::text = any (?))", "a.action_id is null"))
                .add(filters.condition("commitment", "(c.reference = any (?) or c.id::text = any (?))", "c.id is null"))
                .add(filters.condition("budgetLine", "a.budget_line = any (?)", ""))
                .add(filters.condition("historical", "coalesce(c.kind = 'HISTORICAL', false) = any (?)", ""))
                .add(filters.condition(
                        "project",
                        Query.of("(" + ASKED_PROJECT.formatted("a.project_id"), projects, projects)
                                .add(ofUmbrella, projects, projects, asked.recordedBy(), everything),
                        Query.of("a.project_id is null")));
    }

    private void ofParts() {
        Asked filters = asked.asked();
        parts.add("true");
        for (String name : List.of("strand", "country", "programme")) {
            parts.add(filters.condition(name, name + " = any (?)", name + " is null"));
        }
        parts.add(filters.condition(
                        "projectYear",
                        "exists (select from unnest(cast(? as int[])) y where y between ran_from and ran_until)",
                        "ran_from is null"))
                .add(filters.condition("projectFirstYear", "project_year = any (?)", "project_year is null"))
                .add(filters.condition(
                        "region",
                        "region = any (array(select unnest(regions_within(cast(? as text[])))))",
                        "region is null"))
                .add(filters.condition(
                        "regionItself",
                        "region = any (array(select unnest(region_codes(cast(? as text[])))))",
                        "region is null"))
                .add(filters.condition(
                        "project",
                        "(" + ASKED_PROJECT.formatted("project_id") + " or " + ASKED_PROJECT.formatted("node") + ")",
                        "project_id is null"));
    }
}
