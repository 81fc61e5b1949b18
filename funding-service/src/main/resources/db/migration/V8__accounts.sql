-- How the books are read: accounts and their entries with balances that are computed when asked for, since they never
-- stand still. Who does not see everything gets no movement of an unpublished project, neither shown nor counted, so that no
-- balance tells their sums by subtraction.

create function instant(at timestamptz) returns text language sql immutable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

-- A movement that touches a project's account stays within that account's budget line.
create function hidden_movement(of_line text) returns table (id uuid) language sql stable as $$
    select distinct e.movement_id
      from account a join entry e on e.account_id = a.id
     where a.budget_line = of_line and a.project_id is not null
       and not exists (select from known_project p where p.id = a.project_id and p.published)
$$;

-- Accounts with what they held on a day, as far as the books knew at an instant. Without either: now. For those who do
-- not see everything, the row's version says which state it is, not how many entries.
create function account_at(effective date, recorded timestamptz, everything boolean)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, body text,
                   effective_on date, kind text, budget_line text, year int, action_id uuid, project_id uuid,
                   commitment_id uuid, balance numeric)
    language sql stable as $$
    select a.id,
           case when everything then s.version
                else hashtext(concat_ws('/', s.version - hidden.version, s.balance - hidden.balance)) end,
           a.key, a.project_id is null or exists (select from known_project p where p.id = a.project_id and p.published),
           timestamptz 'epoch',
           json_strip_nulls(json_build_object(
               'id', a.id, 'version', s.version - hidden.version, 'kind', a.kind, 'budgetLine', a.budget_line,
               'year', a.year, 'action', case when a.commitment_id is null then a.label end,
               'commitment', case when a.commitment_id is not null then a.label end,
               'actionId', a.action_id, 'projectId', a.project_id, 'commitmentId', a.commitment_id,
               'balance', json_build_object(
                   'amount', round(s.balance - hidden.balance, 2)::text, 'currency', a.currency)))::text,
           effective, a.kind, a.budget_line, a.year, a.action_id, a.project_id, a.commitment_id,
           s.balance - hidden.balance
      from account a
      cross join lateral (
           select a.version, a.balance where effective is null and recorded is null
           union all
           select count(*)::int, coalesce(sum(e.amount), 0)
             from entry e join movement m on m.id = e.movement_id
            where e.account_id = a.id
              and (effective is not null or recorded is not null)
              and (effective is null or m.effective_on <= effective)
              and (recorded is null or m.recorded_at <= recorded)
           having effective is not null or recorded is not null) s
      cross join lateral (
           select count(*)::int as version, coalesce(sum(e.amount), 0) as balance
             from hidden_movement(a.budget_line) h
             join entry e on e.movement_id = h.id and e.account_id = a.id
             join movement m on m.id = h.id
            where not everything and a.project_id is null
              and (effective is null or m.effective_on <= effective)
              and (recorded is null or m.recorded_at <= recorded)) hidden
$$;

-- The entries of an account, each with the balance after it: in the order of booking, or in that of days, so that what was
-- booked late shows where it counts. Entries of one day stand in the order of their movements' ids, as lists put them.
create function account_entry(of_account uuid, everything boolean, by_day boolean)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, account_version int,
                   effective_on date, type text, body text)
    language sql stable as $$
    select s.movement_id, 1, s.movement_id::text, true, s.recorded_at, s.place, s.effective_on, s.type,
           json_strip_nulls(json_build_object(
               'movementId', s.movement_id, 'type', s.type, 'effectiveOn', s.dated,
               'recordedAt', instant(s.recorded_at), 'reason', s.reason, 'amount', round(s.amount, 2)::text,
               'currency', s.currency, 'version', s.place, 'balanceAfter', round(s.balance, 2)::text))::text
      from (select e.movement_id, e.amount, e.currency, m.recorded_at, m.dated, m.effective_on, m.type, m.reason,
                   (row_number() over in_order)::int as place,
                   case when by_day then sum(e.amount) over (order by m.effective_on, m.id)
                        else sum(e.amount) over in_order end as balance
              from entry e
              join movement m on m.id = e.movement_id
             where e.account_id = of_account
               and (everything or exists (select from movement_view v where v.id = e.movement_id and v.visible))
            window in_order as (order by e.account_version)) s
$$;
