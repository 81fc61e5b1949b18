-- What each action was meant to receive against what the books and the projects say. Fed by events, can be rebuilt.
-- What the books told of each commitment, now and at every earlier time that we knew it. Amounts are in euros.
create table commitment_state (
    commitment_id uuid           not null,
    version       int            not null,
    project_id    uuid           not null,
    action_id     uuid,
    historical    boolean        not null,
    effective_on  date, -- its last possible day; null where nobody knows
    moved_on      date, -- the day of what made this state of it
    movement_id   uuid,
    corrects      uuid, -- the movement that it undid
    committed     numeric(19, 4) not null,
    decommitted   numeric(19, 4) not null,
    paid          numeric(19, 4), -- this and what follows from it: null of the past, of whose payments no source tells
    recovered     numeric(19, 4),
    outstanding   numeric(19, 4),
    recorded_from timestamptz    not null,
    recorded_to   timestamptz,
    primary key (commitment_id, version)
);

create unique index on commitment_state (commitment_id) where recorded_to is null;
create index on commitment_state (movement_id);
create index on commitment_state (action_id);
create index on commitment_state (project_id);
revoke update, delete, truncate on commitment_state from ${app};
grant update (recorded_to) on commitment_state to ${app};

-- What an act changed of what is planned for an action, or set aside for it, from the act's day on.
create table coverage_act (
    action_id     uuid           not null,
    measure       text           not null check (measure in ('indicative', 'allocated')),
    effective_on  date           not null,
    change        numeric(19, 4) not null,
    recorded_from timestamptz    not null
);

create index on coverage_act (action_id);
revoke update, delete, truncate on coverage_act from ${app};

create view known_commitment as select * from commitment_state where recorded_to is null;

create table known_project (
    id        uuid primary key,
    version   int     not null,
    reference text    not null,
    status    text    not null,
    published boolean not null,
    programme text,
    action_id uuid,
    strands   text[]  not null,
    countries text[]  not null,
    start_on  date
);

create index known_project_action on known_project (action_id);

create table coverage (
    id         uuid primary key,
    version    int            not null check (version > 0),
    planned    jsonb          not null,
    allocation jsonb,
    figures    jsonb          not null
);

-- What officials and what everybody else sees of it: the same columns, other figures.
create table coverage_view (
    work_programme text           not null,
    programme      text           not null,
    year           int            not null,
    status         text           not null,
    strands        text[]         not null,
    countries      text[]         not null,
    regions        text[]         not null,
    drift          text[]         not null,
    indicative     numeric(19, 4) not null,
    committed      numeric(19, 4) not null,
    paid           numeric(19, 4),
    projects       int            not null
);
create table public_coverage_view (like coverage_view);
call make_view_table('coverage');
call make_view_table('public_coverage');

create view coverage_record as
    select id, reference, work_programme, programme, year, body, recorded_at, cast(null as timestamptz) as superseded_at
      from coverage_view
    union all
    select id, reference, work_programme, programme, year, body, recorded_at, superseded_at from coverage_history;
