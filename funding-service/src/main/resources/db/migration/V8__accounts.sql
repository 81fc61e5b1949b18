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

-- Accounts with what they held by the end of a day, as far as the books knew at an instant; now, they are read as they stand.
-- What may have been later than the day is no balance but stands beside it: of an account without a year that is all, for
-- only commitments of the past without a date have none; where it is all that there is, nobody knows the balance. For those who do not see everything, the row's version says which
-- state it is, not how many entries.
create function account_at(day date, recorded timestamptz, now boolean, everything boolean)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, body text,
                   effective_on date, kind text, budget_line text, year int, action_id uuid, project_id uuid,
                   commitment_id uuid, balance numeric)
    language sql stable as $$
    select a.id,
           case when everything then s.version
                else hashtext(concat_ws('/', s.version - hidden.version, s.held - hidden.held,
                                        s.uncertain - hidden.uncertain)) end,
           a.key, a.project_id is null or exists (select from known_project p where p.id = a.project_id and p.published),
           timestamptz 'epoch',
           json_strip_nulls(json_build_object(
               'id', a.id, 'version', s.version - hidden.version, 'kind', a.kind, 'budgetLine', a.budget_line,
               'year', a.year, 'action', case when a.commitment_id is null then a.label end,
               'commitment', case when a.commitment_id is not null then a.label end,
               'actionId', a.action_id, 'projectId', a.project_id, 'commitmentId', a.commitment_id,
               'balance', case when known.balance is not null then json_build_object(
                   'amount', round(known.balance, 2)::text, 'currency', a.currency) end, 'currency', a.currency,
               'dateUnknown', case when s.uncertain <> hidden.uncertain then json_build_object(
                   'amount', round(s.uncertain - hidden.uncertain, 2)::text, 'currency', a.currency) end))::text,
           day, a.kind, a.budget_line, a.year, a.action_id, a.project_id, a.commitment_id, known.balance
      from account a
      cross join lateral (
           select a.version, case when a.year is null then 0 else a.balance - later.amount end as held,
                  case when a.year is null then a.balance else later.amount end as uncertain,
                  later.amount = 0 or exists (select from entry e join movement m on m.id = e.movement_id
                                               where e.account_id = a.id and m.effective_on <= day) as has_certain
             from (select coalesce(sum(e.amount), 0) as amount
                     from entry e join movement m on m.id = e.movement_id
                    where a.last_effective_on > day and e.account_id = a.id and m.effective_on > day) later
            where now
           union all
           select count(*)::int, coalesce(sum(e.amount) filter (where a.year is not null and m.effective_on <= day), 0),
                  coalesce(sum(e.amount) filter (where a.year is null or m.effective_on > day), 0),
                  coalesce(bool_or(m.effective_on <= day), false)
             from entry e join movement m on m.id = e.movement_id
            where e.account_id = a.id and not now
              and (m.effective_first is null or m.effective_first <= day)
              and (recorded is null or m.recorded_at <= recorded)
           having not now) s
      cross join lateral (
           select count(*)::int as version,
                  coalesce(sum(e.amount) filter (where a.year is not null and m.effective_on <= day), 0) as held,
                  coalesce(sum(e.amount) filter (where a.year is null or m.effective_on > day), 0) as uncertain
             from hidden_movement(a.budget_line) h
             join entry e on e.movement_id = h.id and e.account_id = a.id
             join movement m on m.id = h.id
            where not everything and a.project_id is null
              and (m.effective_first is null or m.effective_first <= day)
              and (recorded is null or m.recorded_at <= recorded)) hidden
      cross join lateral (
           select case when s.uncertain = hidden.uncertain or s.held <> hidden.held
                         or everything and a.year is not null and s.has_certain
                       then s.held - hidden.held end as balance) known
$$;

-- The entries of an account by the end of a day, each with the balance after it: in the order of booking that of all before
-- it, in the order of days that of its day, so that what was booked late shows where it counts; what may have been later than
-- the day comes last there and is summed up beside the balance. Entries of one day stand in the order of their movements'
-- ids, as lists put them.
create function account_entry(of_account uuid, day date, recorded timestamptz, everything boolean, by_day boolean)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, account_version int,
                   effective_on date, counted_on date, type text, body text)
    language sql stable as $$
    select s.movement_id, 1, s.movement_id::text, true, s.recorded_at, s.place, s.counts_on,
           coalesce(s.effective_first, date '-infinity'), s.type,
           json_strip_nulls(json_build_object(
               'movementId', s.movement_id, 'type', s.type, 'effectiveOn', s.dated,
               'recordedAt', instant(s.recorded_at), 'reason', s.reason, 'amount', round(s.amount, 2)::text,
               'currency', s.currency, 'version', s.place, 'balanceAfter', round(s.balance, 2)::text,
               'dateUnknown', round(s.uncertain, 2)::text))::text
      from (select c.*, (row_number() over in_order)::int as place,
                   case when by_day then sum(c.amount) filter (where c.counts_on <= day) over in_days
                        else sum(c.amount) over in_order end as balance,
                   case when by_day and (c.counts_on <= day) is not true
                        then sum(c.amount) filter (where (c.counts_on <= day) is not true) over in_days end as uncertain
              from (select e.movement_id, e.amount, e.currency, e.account_version, m.recorded_at, m.dated, m.type, m.reason,
                           m.effective_first, case when a.year is not null then m.effective_on end as counts_on
                      from entry e
                      join account a on a.id = e.account_id
                      join movement m on m.id = e.movement_id
                     where e.account_id = of_account
                       and (recorded is null or m.recorded_at <= recorded)
                       and (everything or exists (select from movement_view v where v.id = e.movement_id and v.visible))) c
            window in_order as (order by c.account_version), in_days as (order by c.counts_on, c.movement_id)) s
$$;
