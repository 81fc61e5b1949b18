-- Evaluations and their recommendations.
create table evaluation (
    id              uuid primary key,
    version         int   not null check (version > 0),
    reference       text  not null unique,
    programme_id    uuid  not null references programme,
    content         jsonb not null,
    recommendations jsonb not null
);

-- Which evaluation a recommendation belongs to; what it says is in the evaluation.
create table recommendation (
    id            uuid primary key,
    evaluation_id uuid not null references evaluation
);

revoke update, delete, truncate on recommendation from ${app};

create table evaluation_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    programme     text        not null,
    title         text        not null,
    feeds         text,
    start_on      date,
    primary key (id, version)
);

create unique index evaluation_document_present on evaluation_document (id) where superseded_at is null;
create index evaluation_document_reference on evaluation_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on evaluation_document from ${app};
grant update (superseded_at) on evaluation_document to ${app};

create table recommendation_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    evaluation    text        not null,
    programme     text        not null,
    code          text        not null,
    response      text,
    answered_on   date,
    strategy_papers text[]    not null,
    primary key (id, version)
);

create unique index recommendation_document_present on recommendation_document (id) where superseded_at is null;
create index recommendation_document_reference on recommendation_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on recommendation_document from ${app};
grant update (superseded_at) on recommendation_document to ${app};
