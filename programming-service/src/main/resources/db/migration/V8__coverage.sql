-- What each action was meant to receive against what the books and the projects say. Fed by events, can be rebuilt.
create table known_commitment (
    id           uuid primary key,
    version      int            not null,
    project_id   uuid           not null,
    action_id    uuid,
    historical   boolean        not null,
    effective_on date,
    committed    numeric(19, 4) not null,
    decommitted  numeric(19, 4) not null,
    paid         numeric(19, 4) not null,
    recovered    numeric(19, 4) not null,
    outstanding  numeric(19, 4) not null
);

create index known_commitment_action on known_commitment (action_id);
create index known_commitment_project on known_commitment (project_id);

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

create table coverage_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    work_programme text       not null,
    programme     text        not null,
    year          int         not null,
    status        text        not null,
    strands       text[]      not null,
    countries     text[]      not null,
    regions       text[]      not null,
    drift         text[]      not null,
    indicative    numeric(19, 4) not null,
    committed     numeric(19, 4) not null,
    paid          numeric(19, 4) not null,
    projects      int         not null,
    primary key (id, version)
);

create unique index coverage_document_present on coverage_document (id) where superseded_at is null;
create index coverage_document_reference on coverage_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on coverage_document from ${app};
grant update (superseded_at) on coverage_document to ${app};

create table public_coverage_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    work_programme text       not null,
    programme     text        not null,
    year          int         not null,
    status        text        not null,
    strands       text[]      not null,
    countries     text[]      not null,
    regions       text[]      not null,
    drift         text[]      not null,
    indicative    numeric(19, 4) not null,
    committed     numeric(19, 4) not null,
    paid          numeric(19, 4) not null,
    projects      int         not null,
    primary key (id, version)
);

create unique index public_coverage_document_present on public_coverage_document (id) where superseded_at is null;
create index public_coverage_document_reference on public_coverage_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on public_coverage_document from ${app};
grant update (superseded_at) on public_coverage_document to ${app};
