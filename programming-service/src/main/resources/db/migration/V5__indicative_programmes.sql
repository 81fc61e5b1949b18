-- Indicative programmes, under strategy papers.
create table indicative_programme (
    id                uuid primary key,
    version           int   not null check (version > 0),
    reference         text  not null unique,
    strategy_paper_id uuid  not null references strategy_paper,
    programme_id      uuid  not null references programme,
    programme_code    text  not null,
    content           jsonb not null,
    workflow          jsonb not null check (
        workflow ->> 'status' in ('DRAFT', 'CONSULTATION', 'COMMITTEE', 'ADOPTED', 'CLOSED', 'WITHDRAWN')
        and (workflow ->> 'status' not in ('ADOPTED', 'CLOSED')
             or workflow -> 'historicalSource' is not null
             or (workflow ->> 'decision' is not null and workflow ->> 'opinion' in ('FAVOURABLE', 'NONE'))))
);

create table indicative_programme_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    programme      text       not null,
    strategy_paper text       not null,
    title         text        not null,
    status        text        not null,
    start_on      date        not null,
    historical    boolean     not null,
    published     boolean     not null,
    primary key (id, version)
);

create unique index indicative_programme_document_present on indicative_programme_document (id) where superseded_at is null;
create index indicative_programme_document_reference on indicative_programme_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on indicative_programme_document from ${app};
grant update (superseded_at) on indicative_programme_document to ${app};
