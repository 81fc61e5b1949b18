create table note (
    id        uuid primary key,
    version   int   not null,
    reference text  not null unique,
    title     jsonb not null,
    tags      jsonb not null,
    amount    numeric(19, 4),
    currency  varchar(3)
);

create table note_document (
    id            uuid        not null,
    version       int         not null,
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    title_sort    text        not null,
    tags          text[]      not null,
    amount        numeric(19, 4),
    search        tsvector    not null,
    primary key (id, version)
);

create unique index note_document_reference on note_document (reference) where superseded_at is null;
