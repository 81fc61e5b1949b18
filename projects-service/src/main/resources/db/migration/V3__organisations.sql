create table organisation (
    id         uuid primary key,
    version    int         not null check (version > 0),
    reference  text        not null unique,
    parent_id  uuid references organisation,
    content    jsonb       not null,
    check (parent_id <> id)
);

create index organisation_parent on organisation (parent_id);

-- "visible": takes part in a published project, so everybody may know of it.
create table organisation_document (
    id            uuid        not null,
    version       int         not null,
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    visible       boolean     not null,
    title         text        not null,
    type          text,
    country       text,
    parent        text,
    identifiers   text[]      not null,
    search        tsvector    not null,
    primary key (id, version)
);

create unique index organisation_document_present on organisation_document (id) where superseded_at is null;
create index organisation_document_reference on organisation_document (reference, id) where superseded_at is null;
create index organisation_document_title on organisation_document (title collate "und-x-icu", id) where superseded_at is null;
create index organisation_document_identifiers on organisation_document using gin (identifiers) where superseded_at is null;
create index organisation_document_search on organisation_document using gin (search) where superseded_at is null;
