create table budget_line (
    id        uuid primary key,
    version   int   not null,
    code      text  not null unique,
    title     jsonb not null,
    heading   text,
    existed_from text,
    existed_to   text,
    programme text
);

create table budget_line_view (
    programme text
);

call make_view_table('budget_line');

create table appropriation (
    id           uuid primary key,
    version      int            not null,
    budget_line  text           not null references budget_line (code),
    year         int            not null,
    kind         text           not null check (kind in ('COMMITMENT', 'PAYMENT')),
    amount       numeric(19, 4) not null,
    effective_on date           not null,
    reason       text           not null,
    source       jsonb,
    status       text           not null check (status in ('BOOKED', 'REVERSED')),
    movement_id  uuid           not null unique references movement,
    reversal_id  uuid unique references movement
);

create table appropriation_view (
    budget_line  text           not null,
    year         int            not null,
    kind         text           not null,
    amount       numeric(19, 4) not null,
    effective_on date           not null,
    status       text           not null
);

call make_view_table('appropriation');

-- Appropriations as they were by the end of a day, as far as was known at an instant: which were undone by then.
create function appropriation_at(day date, recorded timestamptz)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, body text,
                   budget_line text, year int, kind text, amount numeric, effective_on date, status text)
    language sql stable as $$
    select v.id, v.version, v.reference, v.visible, v.recorded_at,
           case when r.id is null and v.status = 'REVERSED'
                then with_members(v.body, '{"status": "BOOKED", "reversedBy": null}') else v.body end,
           v.budget_line, v.year, v.kind, v.amount, v.effective_on,
           case when r.id is null then 'BOOKED' else v.status end
      from (select id, version, reference, visible, recorded_at, body, budget_line, year, kind, amount, effective_on, status
              from appropriation_view where known_by(recorded_at, recorded)
            union all
            select id, version, reference, visible, recorded_at, body, budget_line, year, kind, amount, effective_on, status
              from appropriation_history where recorded_at <= recorded and superseded_at > recorded) v
      left join movement r on r.id = cast(v.body::json ->> 'reversedBy' as uuid) and r.effective_on <= day
$$;

grant select, insert, update on budget_line, appropriation to ${app};
