package org.isthmus.funding.journal;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.Reconciled;

/** The books against themselves, as they are shown, and as others were told of them. */
@ApplicationScoped
class BooksReconciled implements Reconciled {

    @Override
    public Optional<String> balances() {
        return Optional.of(
                "select coalesce(kind, 'ALL'), round(coalesce(sum(balance), 0), 2)::text from account group by rollup (kind)");
    }

    @Override
    public List<Check> checks() {
        return List.of(
                new Check(
                        "BALANCES",
                        "Each account's stored balance and version are those of its entries",
                        "select count(*) from account",
                        """
            select a.key, round(coalesce(sum(e.amount), 0), 2) || ' in ' || count(e.amount) || ' entries',
                   round(a.balance, 2) || ' in version ' || a.version
              from account a left join entry e on e.account_id = a.id
             group by a.id
            having a.balance <> coalesce(sum(e.amount), 0) or a.version <> count(e.amount)
                or a.version <> coalesce(max(e.account_version), 0)
            """),
                new Check("MOVEMENTS", "Each movement's entries add up to zero", "select count(*) from movement", """
            select m.id::text, '0.00', round(coalesce(sum(e.amount), 0), 2)::text
              from movement m left join entry e on e.movement_id = m.id
             group by m.id, e.currency
            having coalesce(sum(e.amount), 0) <> 0 or count(e.amount) < 2
            """),
                new Check(
                        "LINES",
                        "All money of each line and year is accounted for: what its source gave is somewhere",
                        "select count(*) from (select distinct budget_line, year from account) l",
                        """
            select budget_line || '/' || coalesce(year::text, '-'), '0.00', round(sum(balance), 2)::text
              from account group by budget_line, year having sum(balance) <> 0
            """),
                new Check(
                        "MOVEMENTS_SHOWN",
                        "Each movement is shown as it was booked",
                        "select count(*) from movement",
                        """
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
                new Check(
                        "TOLD", "Each movement was told to the other services", "select count(*) from movement", """
            select m.type || ' ' || m.id, 'an event that names it', 'not told'
              from movement m
             where m.id::text not in (
                 select o.payload::json ->> 'movementId' from outbox o
                  where o.topic like 'funding.%' and o.payload::json ->> 'movementId' is not null)
               and not exists (select from outbox o -- what it told is not kept any more
                                where o.transaction = m.transaction and o.topic like 'funding.%' and o.payload = '{}')
            """));
    }
}
