-- The entries of an account in the order of their days: each with the balance of that order, so that what was booked late
-- shows where it counts. Entries of one day stand in the order of their movements' ids, as lists put them.
create view entry_by_day as
select e.movement_id as id, 1 as version, e.movement_id::text as reference, m.recorded_at,
       null::timestamptz as superseded_at, e.account_id, e.account_version, m.effective_on, m.type,
       json_strip_nulls(json_build_object(
           'movementId', m.id, 'type', m.type, 'effectiveOn', m.effective_on, 'recordedAt', instant(m.recorded_at),
           'reason', m.reason, 'amount', round(e.amount, 2)::text, 'currency', e.currency,
           'version', e.account_version,
           'balanceAfter', round(sum(e.amount) over days, 2)::text))::text as body
  from entry e join movement m on m.id = e.movement_id
window days as (partition by e.account_id order by m.effective_on, m.id);

create view entry_public_by_day as
select s.movement_id as id, 1 as version, s.movement_id::text as reference, s.recorded_at,
       null::timestamptz as superseded_at, s.account_id, s.place as account_version, s.effective_on, s.type,
       json_strip_nulls(json_build_object(
           'movementId', s.movement_id, 'type', s.type, 'effectiveOn', s.effective_on,
           'recordedAt', instant(s.recorded_at), 'reason', s.reason, 'amount', round(s.amount, 2)::text,
           'currency', s.currency, 'version', s.place, 'balanceAfter', round(s.balance, 2)::text))::text as body
  from (select e.movement_id, e.account_id, e.amount, e.currency, m.recorded_at, m.effective_on, m.type, m.reason,
               (row_number() over (partition by e.account_id order by e.account_version))::int as place,
               sum(e.amount) over (partition by e.account_id order by m.effective_on, m.id) as balance
          from entry e join movement m on m.id = e.movement_id
         where not exists (
               select from entry o join account a on a.id = o.account_id
                where o.movement_id = e.movement_id and a.project_id is not null
                  and not exists (select from known_project p where p.id = a.project_id and p.published))) s;

revoke all on entry_by_day, entry_public_by_day from ${app};
grant select on entry_by_day, entry_public_by_day to ${app};
