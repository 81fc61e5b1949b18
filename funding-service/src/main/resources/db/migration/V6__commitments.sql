create table commitment (
    id                uuid primary key,
    version           int            not null,
    kind              text           not null check (kind in ('INDIVIDUAL', 'HISTORICAL')),
    reference         text           not null,
    project_id        uuid           not null,
    action_id         uuid,
    action            text,
    work_programme_id uuid,
    budget_line       text           not null,
    year              int,
    dated             text,
    effective_on      date,
    reason            text           not null,
    source            jsonb,
    committed         numeric(19, 4) not null check (committed >= 0),
    decommitted       numeric(19, 4) not null check (decommitted >= 0),
    paid              numeric(19, 4) not null check (paid >= 0),
    movement_id       uuid           not null references movement,
    movement_dated    text,
    constraint commitment_never_overspent check (paid + decommitted <= committed),
    constraint commitment_dated check ((dated is null) = (effective_on is null)
        and (dated is not null or kind = 'HISTORICAL')),
    constraint commitment_has_action check ((kind = 'INDIVIDUAL') = (action_id is not null))
);

-- of those that stand: a reversed one leaves its reference to its project
create unique index commitment_reference on commitment (lower(reference)) where committed > 0;
create index commitment_any_reference on commitment (lower(reference));

-- A project has one commitment of the past; what was booked in error and undone is none.
create unique index commitment_historical on commitment (project_id) where kind = 'HISTORICAL' and committed > 0;

create table commitment_view (
    kind              text           not null,
    project_id        uuid           not null,
    action_id         uuid,
    work_programme_id uuid,
    budget_line       text           not null,
    year              int,
    effective_on      date,
    status            text           not null,
    historical        boolean        not null,
    committed         numeric(19, 4) not null,
    outstanding       numeric(19, 4) not null
);

call make_view_table('commitment');

create trigger commitment_view_visible before insert or update on commitment_view
    for each row execute function visible_as_its_project();

create index on commitment_history (project_id);

grant select, insert, update on commitment to ${app};
