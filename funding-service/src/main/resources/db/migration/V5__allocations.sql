create table allocation (
    id                     uuid primary key,
    version                int            not null,
    action_id              uuid           not null unique,
    reference              text           not null,
    work_programme_id      uuid           not null,
    work_programme_version int            not null,
    programme              text           not null,
    budget_line            text,
    year                   int            not null,
    amount                 numeric(19, 4) not null check (amount >= 0),
    movement_id            uuid references movement,
    movement_on            date,
    refusal                jsonb
);

create index allocation_work_programme on allocation (work_programme_id);

create table allocation_view (
    action_id         uuid           not null,
    work_programme_id uuid           not null,
    programme         text           not null,
    budget_line       text,
    year              int            not null,
    amount            numeric(19, 4) not null,
    status            text           not null
);

call make_view_table('allocation');

-- Allocations as the books held them by the end of a day, as far as was known at an instant. One that was only refused has
-- no day.
create function allocation_at(day date, recorded timestamptz)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, body text,
                   action_id uuid, work_programme_id uuid, programme text, budget_line text, year int, amount numeric,
                   status text, effective_first date, effective_on date)
    language sql stable as $$
    select v.id, v.version, v.reference, v.visible, v.recorded_at,
           with_members(v.body, jsonb_build_object(
               'budgetLine', case when f.budget_line is not null
                                  then jsonb_build_object('code', f.budget_line, 'year', f.year) end,
               'status', s.status, 'amount', euros(f.amount), 'movementId', f.movement_id)
               || case when recorded is null and v.status <> 'REFUSED' then '{"refusal": null}' else '{}'::jsonb end),
           v.action_id, v.work_programme_id, v.programme, f.budget_line, coalesce(f.year, v.year), f.amount, s.status,
           case when v.status = 'REFUSED' then null else coalesce(f.effective_on, 'infinity') end,
           case when v.status = 'REFUSED' then null else coalesce(f.effective_on, 'infinity') end
      from (select id, version, reference, visible, recorded_at, body, action_id, work_programme_id, programme, year, status
              from allocation_view where known_by(recorded_at, recorded)
            union all
            select id, version, reference, visible, recorded_at, body, action_id, work_programme_id, programme, year, status
              from allocation_history where recorded_at <= recorded and superseded_at > recorded) v
      cross join lateral (
           select coalesce(sum(l.amount), 0) as amount, min(l.first_on) as effective_on,
                  (array_agg(l.budget_line order by l.amount desc, l.last desc))[1] as budget_line,
                  (array_agg(l.year order by l.amount desc, l.last desc))[1] as year,
                  (array_agg(l.movement_id order by l.last desc))[1] as movement_id
             from (select a.budget_line, a.year, sum(e.measured) as amount, min(m.effective_on) as first_on,
                          max(m.position) as last, (array_agg(m.id order by m.position desc))[1] as movement_id
                     from account a join entry e on e.account_id = a.id join movement m on m.id = e.movement_id
                    where a.action_id = v.action_id and e.measure = 'ALLOCATED' and m.effective_on <= day
                      and known_by(m.recorded_at, recorded)
                    group by a.budget_line, a.year) l) f
      cross join lateral (
           select case when f.amount > 0 then 'BOOKED' when f.effective_on is null then 'REFUSED' else 'RELEASED' end
             as status) s
$$;

grant select, insert, update on allocation to ${app};
