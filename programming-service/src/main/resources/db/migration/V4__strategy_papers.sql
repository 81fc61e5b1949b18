-- Strategy papers. What is adopted has a decision, or the source that says that it was adopted before these books began.
create table strategy_paper (
    id           uuid primary key,
    version      int   not null check (version > 0),
    reference    text  not null unique,
    programme_id uuid  not null references programme,
    content      jsonb not null,
    workflow     jsonb not null check (
        workflow ->> 'status' in ('DRAFT', 'CONSULTATION', 'COMMITTEE', 'ADOPTED', 'CLOSED', 'WITHDRAWN')
        and (workflow ->> 'status' not in ('ADOPTED', 'CLOSED')
             or workflow -> 'historicalSource' is not null
             or (workflow ->> 'decision' is not null and workflow ->> 'opinion' in ('FAVOURABLE', 'NONE'))))
);

create table strategy_paper_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    programme     text        not null,
    title         text        not null,
    status        text        not null,
    start_on      date        not null,
    historical    boolean     not null,
    published     boolean     not null,
    primary key (id, version)
);

create unique index strategy_paper_document_present on strategy_paper_document (id) where superseded_at is null;
create index strategy_paper_document_reference on strategy_paper_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on strategy_paper_document from ${app};
grant update (superseded_at) on strategy_paper_document to ${app};
