-- Programmes and their strands. Documents are the ready-made representations: every version, none ever changed.
create table programme (
    id          uuid primary key,
    version     int   not null check (version > 0),
    code        text  not null unique,
    content     jsonb not null,
    strands     jsonb not null,
    predecessor jsonb,
    successor   jsonb
);

create table programme_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    title         text        not null,
    start_on      date        not null,
    predecessor   text,
    primary key (id, version)
);

create unique index programme_document_present on programme_document (id) where superseded_at is null;
create index programme_document_reference on programme_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on programme_document from ${app};
grant update (superseded_at) on programme_document to ${app};

create table strand_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    programme     text        not null,
    code          text        not null,
    number        int         not null,
    title         text        not null,
    primary key (id, version)
);

create unique index strand_document_present on strand_document (id) where superseded_at is null;
create index strand_document_reference on strand_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on strand_document from ${app};
grant update (superseded_at) on strand_document to ${app};
