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

grant select, insert, update on allocation to ${app};
