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
    historical    boolean,
    primary key (project_id, version)
);

create unique index project_money_present on project_money (project_id) where superseded_at is null;

revoke update, delete, truncate on project_money from ${app};
grant update (superseded_at) on project_money to ${app};

-- The representation of a project with its money beside it.
create function with_money(body text, counting_level text, money project_money) returns text
    language sql stable parallel safe as $$
    select case when money.committed is null then body else
        left(body, -1) || ',"money":' || json_strip_nulls(json_build_object(
            'currency', money.currency,
            'countingLevel', counting_level,
            'includedIn', (select r.value -> 'project' from jsonb_array_elements(cast(body as jsonb) -> 'relations') r
                            where r.value ->> 'type' = 'PART_OF' limit 1),
            'committed', cast(round(money.committed, d.n) as text),
            'decommitted', cast(round(money.decommitted, d.n) as text),
            'paid', cast(round(money.paid, d.n) as text),
            'recovered', cast(round(money.recovered, d.n) as text),
            'outstanding', cast(round(money.outstanding, d.n) as text),
            'historical', money.historical)) || '}' end
      from (select cast(log(units_of(money.currency)) as int) as n) d
$$;

-- Projects as they are shown now.
create view present_project_document as
    select d.id, d.version, coalesce(m.version, 0) as copies, d.reference,
           greatest(d.recorded_at, m.recorded_at) as recorded_at, d.superseded_at,
           with_money(d.body, d.counting_level, m) as body, d.published, d.visible, d.title, d.status, d.programme, d.call,
           d.actions, d.strands, d.countries, d.regions, d.scope, d.organisations, d.start_on, d.end_on, d.first_year,
           d.last_year, d.years, d.amount, d.currency, d.counting_level, d.part_of, d.search
      from project_document d
      left join project_money m on m.project_id = d.id and m.superseded_at is null
     where d.superseded_at is null;

-- Projects as they were shown ever: for each time in which neither a project nor its money changed, a row.
create view past_project_document as
    select * from present_project_document
    union all
    -- the project changed first, or its money has not changed since
    select d.id, d.version, coalesce(m.version, 0) as copies, d.reference,
           greatest(d.recorded_at, m.recorded_at) as recorded_at, d.superseded_at,
           with_money(d.body, d.counting_level, m) as body, d.published, d.visible, d.title, d.status, d.programme, d.call,
           d.actions, d.strands, d.countries, d.regions, d.scope, d.organisations, d.start_on, d.end_on, d.first_year,
           d.last_year, d.years, d.amount, d.currency, d.counting_level, d.part_of, d.search
      from project_document d
      left join project_money m on m.project_id = d.id and m.recorded_at < d.superseded_at
                               and (m.superseded_at is null or m.superseded_at >= d.superseded_at)
     where d.superseded_at is not null
    union all
    -- its money changed first
    select d.id, d.version, m.version as copies, d.reference,
           greatest(d.recorded_at, m.recorded_at) as recorded_at, m.superseded_at,
           with_money(d.body, d.counting_level, m) as body, d.published, d.visible, d.title, d.status, d.programme, d.call,
           d.actions, d.strands, d.countries, d.regions, d.scope, d.organisations, d.start_on, d.end_on, d.first_year,
           d.last_year, d.years, d.amount, d.currency, d.counting_level, d.part_of, d.search
      from project_document d
      join project_money m on m.project_id = d.id and m.superseded_at > d.recorded_at
                          and (d.superseded_at is null or m.superseded_at < d.superseded_at);
