package org.isthmus.funding.reconciliation;

/** One comparison: what is compared, and the SQL that counts the cases and finds those that differ. */
enum Check {
    BALANCES("Each account's stored balance and version are those of its entries", "select count(*) from account", """
            select a.key, round(coalesce(sum(e.amount), 0), 2) || ' in ' || count(e.amount) || ' entries',
                   round(a.balance, 2) || ' in version ' || a.version
              from account a left join entry e on e.account_id = a.id
             group by a.id
            having a.balance <> coalesce(sum(e.amount), 0) or a.version <> count(e.amount)
                or a.version <> coalesce(max(e.account_version), 0)
            """),
    MOVEMENTS("Each movement's entries add up to zero", "select count(*) from movement", """
            select m.id::text, '0.00', round(coalesce(sum(e.amount), 0), 2)::text
              from movement m left join entry e on e.movement_id = m.id
             group by m.id, e.currency
            having coalesce(sum(e.amount), 0) <> 0 or count(e.amount) < 2
            """),
    LINES(
            "All money of each line and year is accounted for: what its source gave is somewhere",
            "select count(*) from (select distinct budget_line, year from account) l",
            """
            select budget_line || '/' || coalesce(year::text, '-'), '0.00', round(sum(balance), 2)::text
              from account group by budget_line, year having sum(balance) <> 0
            """),
    ALLOCATIONS("Each allocation is what the books set aside for its action", "select count(*) from allocation", """
            select a.reference, round(coalesce(b.amount, 0), 2)::text, round(a.amount, 2)::text
              from allocation a
              left join (select c.action_id, sum(e.measured) as amount from entry e join account c on c.id = e.account_id
                          where e.measure = 'ALLOCATED' group by c.action_id) b on b.action_id = a.action_id
             where a.amount <> coalesce(b.amount, 0)
            """),
    COMMITMENTS("Each commitment's figures are the books'", "select count(*) from commitment", """
            with booked as (
                select c.commitment_id,
                       coalesce(sum(e.measured) filter (where e.measure = 'COMMITTED'), 0) as committed,
                       coalesce(sum(e.measured) filter (where e.measure = 'DECOMMITTED'), 0) as decommitted,
                       coalesce(sum(e.measured) filter (where e.measure = 'PAID'), 0) as paid
                  from entry e join account c on c.id = e.account_id
                 where c.commitment_id is not null group by c.commitment_id)
            select c.reference, concat_ws(' - ', round(b.committed, 2), round(b.decommitted, 2), round(b.paid, 2)),
                   concat_ws(' - ', round(c.committed, 2), round(c.decommitted, 2), round(c.paid, 2))
              from commitment c left join booked b on b.commitment_id = c.id
             where (c.committed, c.decommitted, c.paid) is distinct from (b.committed, b.decommitted, b.paid)
            """),
    REPRESENTATIONS("Each commitment is shown as it is kept", "select count(*) from commitment", """
            select c.reference, 'version ' || c.version, coalesce('version ' || d.version, 'nothing')
              from commitment c left join commitment_view d on d.id = c.id
             where d.version is distinct from c.version or d.committed is distinct from c.committed
                or d.outstanding is distinct from c.committed - c.decommitted - c.paid
            """),
    CONTRIBUTIONS(
            "No project's commitments are more than twice the contribution that the projects service tells",
            "select count(*) from attributed_subject where recorded_to is null and currency = 'EUR'",
            """
            select s.reference, 'at most twice ' || round(s.contribution, 2), round(sum(c.committed), 2)::text
              from commitment c
              join attributed_subject s on s.subject = c.project_id and s.recorded_to is null
             where s.currency = 'EUR' and s.contribution > 0
             group by s.subject, s.reference, s.contribution
            having sum(c.committed - c.decommitted) > 2 * s.contribution
            """),
    MOVEMENTS_SHOWN("Each movement is shown as it was booked", "select count(*) from movement", """
            select m.id::text, m.type || ' ' || coalesce(m.dated, '-') || b.amounts, coalesce(v.shown, 'nothing')
              from movement m
              cross join lateral (
                   select string_agg(' ' || round(e.amount, 2), '' order by e.line) as amounts
                     from entry e where e.movement_id = m.id) b
              left join lateral (
                   select v.type || ' ' || coalesce(v.body::json ->> 'effectiveOn', '-')
                          || (select string_agg(' ' || (s ->> 'amount'), '' order by n)
                                from json_array_elements(v.body::json -> 'entries') with ordinality as t (s, n)) as shown
                     from movement_view v where v.id = m.id and v.position = m.position) v on true
             where v.shown is distinct from m.type || ' ' || coalesce(m.dated, '-') || b.amounts
            """),
    PAYMENTS("Each commitment's payments executed are what it paid", "select count(*) from commitment", """
            select c.reference, round(c.paid, 2)::text, round(coalesce(sum(p.amount), 0), 2)::text
              from commitment c left join payment p on p.commitment_id = c.id and p.status = 'EXECUTED'
             group by c.id
            having c.paid <> coalesce(sum(p.amount), 0)
            """),
    TOLD("Each movement was told to the other services", "select count(*) from movement", """
            select m.type || ' ' || m.id, 'an event that names it', 'not told'
              from movement m
             where m.id::text not in (
                 select o.payload::json ->> 'movementId' from outbox o
                  where o.topic like 'funding.%' and o.payload::json ->> 'movementId' is not null)
            """);

    private final String rule;
    private final String count;
    private final String differences;

    Check(String rule, String count, String differences) {
        this.rule = rule;
        this.count = count;
        this.differences = differences;
    }

    String rule() {
        return rule;
    }

    /** The number compared, then a row for each of at most 100 differences. */
    String sql() {
        return """
                select '%s' as name, (%s) as compared, d.subject, d.expected, d.found
                  from (select true) one
                  left join (select * from (%s) all_of_them limit 100) as d (subject, expected, found) on true
                """.formatted(name(), count, differences);
    }
}
