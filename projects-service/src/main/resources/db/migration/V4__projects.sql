create table project (
    id                 uuid primary key,
    version            int         not null check (version > 0),
    reference          text        not null unique,
    status             text        not null check (status in
        ('PIPELINE', 'IMPLEMENTATION', 'FINALISATION', 'CLOSED', 'SUSPENDED', 'CANCELLED')),
    published          boolean     not null,
    unpublished_reason text,
    action_id          uuid,
    content            jsonb       not null,
    moves              jsonb       not null,
    grant_state        jsonb,
    changed_at         timestamptz not null
);

-- "published": this version was; "visible": it was and the project still is, so everybody may read it.
create table project_document (
    id             uuid        not null,
    version        int         not null,
    reference      text        not null,
    recorded_at    timestamptz not null,
    superseded_at  timestamptz,
    body           text        not null,
    published      boolean     not null,
    visible        boolean     not null,
    title          text        not null,
    status         text        not null,
    programme      text,
    call           text,
    actions        text[]      not null,
    strands        text[]      not null,
    countries      text[]      not null,
    regions        text[]      not null,
    scope          text,
    organisations  text[]      not null,
    start_on       date,
    end_on         date,
    first_year     int,
    last_year      int,
    years          text[]      not null,
    amount         numeric(19, 4),
    currency       text,
    counting_level text        not null,
    part_of        text[]      not null,
    search         tsvector    not null,
    primary key (id, version),
    check (published or not visible)
);

create unique index project_document_present on project_document (id) where superseded_at is null;
create index project_document_reference on project_document (reference, id) where superseded_at is null;
create index project_document_title on project_document (title collate "und-x-icu", id) where superseded_at is null;
create index project_document_amount on project_document (amount, id) where superseded_at is null;
create index project_document_start on project_document (start_on, id) where superseded_at is null;
create index project_document_strands on project_document using gin (strands) where superseded_at is null;
create index project_document_countries on project_document using gin (countries) where superseded_at is null;
create index project_document_regions on project_document using gin (regions) where superseded_at is null;
create index project_document_organisations on project_document using gin (organisations) where superseded_at is null;
create index project_document_actions on project_document using gin (actions) where superseded_at is null;
create index project_document_search on project_document using gin (search) where superseded_at is null;
