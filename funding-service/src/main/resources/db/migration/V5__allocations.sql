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
    refusal                jsonb
);

create index allocation_work_programme on allocation (work_programme_id);

create table allocation_document (
    id                uuid           not null,
    version           int            not null,
    reference         text           not null,
    recorded_at       timestamptz    not null,
    superseded_at     timestamptz,
    body              text           not null,
    action_id         uuid           not null,
    work_programme_id uuid           not null,
    programme         text           not null,
    budget_line       text,
    year              int            not null,
    amount            numeric(19, 4) not null,
    status            text           not null,
    primary key (id, version)
);

create index allocation_document_now on allocation_document (id) where superseded_at is null;
create index allocation_document_action on allocation_document (action_id) where superseded_at is null;

grant select, insert, update on allocation, allocation_document to ${app};
