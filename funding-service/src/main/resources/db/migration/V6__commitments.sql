create table commitment (
    id                uuid primary key,
    version           int            not null,
    kind              text           not null check (kind in ('INDIVIDUAL', 'HISTORICAL')),
    reference         text           not null unique,
    project_id        uuid           not null,
    action_id         uuid,
    action            text,
    work_programme_id uuid,
    budget_line       text           not null,
    year              int,
    effective_on      date           not null,
    precision         text           not null check (precision in ('YEAR', 'MONTH', 'DAY')),
    reason            text           not null,
    source            jsonb,
    committed         numeric(19, 4) not null check (committed >= 0),
    decommitted       numeric(19, 4) not null check (decommitted >= 0),
    paid              numeric(19, 4) not null check (paid >= 0),
    movement_id       uuid           not null references movement,
    constraint commitment_never_overspent check (paid + decommitted <= committed),
    constraint commitment_has_action check ((kind = 'INDIVIDUAL') = (action_id is not null))
);

create table commitment_document (
    id                uuid           not null,
    version           int            not null,
    reference         text           not null,
    recorded_at       timestamptz    not null,
    superseded_at     timestamptz,
    body              text           not null,
    kind              text           not null,
    project_id        uuid           not null,
    action_id         uuid,
    work_programme_id uuid,
    budget_line       text           not null,
    year              int,
    effective_on      date           not null,
    status            text           not null,
    historical        boolean        not null,
    committed         numeric(19, 4) not null,
    outstanding       numeric(19, 4) not null,
    primary key (id, version)
);

create index commitment_document_now on commitment_document (id) where superseded_at is null;
create index commitment_document_project on commitment_document (project_id) where superseded_at is null;
create index commitment_document_action on commitment_document (action_id) where superseded_at is null;

grant select, insert, update on commitment, commitment_document to ${app};
