-- What the books say of each project: the sums of its commitments, present and past. A copy with a history of its own, so
-- that money makes no version of a project. Version 0 is the time before the books knew of anything.
create table project_money (
    project_id    uuid        not null,
    version       int         not null check (version >= 0),
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    currency      varchar(3),
    committed     numeric(19, 4),
    decommitted   numeric(19, 4),
    paid          numeric(19, 4),
    recovered     numeric(19, 4),
    outstanding   numeric(19, 4),
    committed_of_past numeric(19, 4), -- whose payments no source tells
    payments_unknown  numeric(19, 4), -- the same less what was given back
    primary key (project_id, version),
    -- the books are kept in one currency: sums of two have none, and are refused
    check ((currency is null) = (version = 0))
);

create unique index project_money_present on project_money (project_id) where superseded_at is null;

revoke update, delete, truncate on project_money from ${app};
grant update (superseded_at) on project_money to ${app};

-- The money of a project as the books told it by a time; null for now.
create function money_of_project(project uuid, at timestamptz) returns project_money language sql stable parallel safe as $$
    select m from project_money m where at is null and m.project_id = project and m.superseded_at is null
    union all
    select m from project_money m
     where at is not null and m.project_id = project
       and m.recorded_at <= at and (m.superseded_at is null or m.superseded_at > at)
$$;

-- The representation of a project with its money beside it.
create function with_money(body text, money project_money) returns text language sql stable parallel safe as $$
    select case when money.committed is null then body else
        left(body, -1) || ',"money":' || json_strip_nulls(json_build_object(
            'currency', money.currency,
            'countingLevel', project -> 'countingLevel',
            'includedIn', (select r.value -> 'project' from jsonb_array_elements(project -> 'relations') r
                            where r.value ->> 'type' = 'PART_OF' limit 1),
            'committed', cast(round(money.committed, d.n) as text),
            'decommitted', cast(round(money.decommitted, d.n) as text),
            'paid', case when d.known then cast(round(money.paid, d.n) as text) end,
            'recovered', case when d.known then cast(round(money.recovered, d.n) as text) end,
            'outstanding', case when d.known then cast(round(money.outstanding - money.payments_unknown, d.n) as text) end,
            'paymentsUnknown', case when d.past then cast(round(money.payments_unknown, d.n) as text) end,
            'historical', d.past)) || '}' end
      from (select cast(log(units_of(money.currency)) as int) as n, money.committed_of_past <> 0 as past,
                   money.committed_of_past = 0 or money.committed > money.committed_of_past as known) d,
           (select case when money.committed is not null then cast(body as jsonb) end as project) p
$$;
