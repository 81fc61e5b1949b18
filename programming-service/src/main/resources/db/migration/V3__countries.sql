-- Countries and the instruments that make them eligible.
create table country (
    id      uuid primary key,
    version int   not null check (version > 0),
    code    text  not null unique check (code ~ '^[A-Z]{2}$'),
    content jsonb not null
);

create table country_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    name          text        not null,
    region        text        not null,
    instruments   text[]      not null,
    priorities    text[]      not null,
    primary key (id, version)
);

create unique index country_document_present on country_document (id) where superseded_at is null;
create index country_document_reference on country_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on country_document from ${app};
grant update (superseded_at) on country_document to ${app};
