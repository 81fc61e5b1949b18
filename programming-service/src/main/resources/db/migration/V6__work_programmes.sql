-- Work programmes and their actions. A reference of an action keeps its id for good; one text per year and part.
create table work_programme (
    id                             uuid primary key,
    version                        int   not null check (version > 0),
    reference                      text  not null unique,
    indicative_programme_id        uuid  not null references indicative_programme,
    indicative_programme_reference text  not null,
    programme_code                 text  not null,
    year                           int   not null,
    part                           int check (part > 0),
    title                          jsonb not null,
    sources                        jsonb not null,
    actions                        jsonb not null,
    seen_by_committee              jsonb not null,
    pending                        jsonb,
    amendments                     jsonb not null,
    workflow                       jsonb not null check (
        workflow ->> 'status' in ('DRAFT', 'CONSULTATION', 'COMMITTEE', 'ADOPTED', 'CLOSED', 'WITHDRAWN')
        and (workflow ->> 'status' not in ('ADOPTED', 'CLOSED')
             or (workflow ->> 'decision' is not null and workflow ->> 'decidedOn' is not null
                 and workflow ->> 'opinion' in ('FAVOURABLE', 'NONE'))))
);

create unique index work_programme_year_and_part on work_programme (indicative_programme_id, year, coalesce(part, 0))
    where workflow ->> 'status' <> 'WITHDRAWN';

create table registered_action (
    id                uuid primary key,
    reference         text not null unique,
    work_programme_id uuid not null
);

create index registered_action_work_programme on registered_action (work_programme_id);
revoke update, delete, truncate on registered_action from ${app};

create table work_programme_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    programme            text not null,
    indicative_programme text not null,
    year          int         not null,
    part          int,
    title         text        not null,
    status        text        not null,
    edition       int         not null,
    reason        text,
    total         numeric(19, 4) not null,
    strands       text[]      not null,
    countries     text[]      not null,
    published     boolean     not null,
    primary key (id, version)
);

create unique index work_programme_document_present on work_programme_document (id) where superseded_at is null;
create index work_programme_document_reference on work_programme_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on work_programme_document from ${app};
grant update (superseded_at) on work_programme_document to ${app};

create table action_document (
    id            uuid        not null,
    version       int         not null check (version > 0),
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    work_programme_id uuid    not null,
    work_programme text       not null,
    programme     text        not null,
    indicative_programme text not null,
    year          int         not null,
    title         text        not null,
    status        text        not null,
    mode          text,
    budget_line   text,
    allocation    text,
    amount        numeric(19, 4),
    strands       text[]      not null,
    countries     text[]      not null,
    regions       text[]      not null,
    published     boolean     not null,
    primary key (id, version)
);

create unique index action_document_present on action_document (id) where superseded_at is null;
create index action_document_reference on action_document (reference, id) where superseded_at is null;
revoke update, delete, truncate on action_document from ${app};
grant update (superseded_at) on action_document to ${app};

create index action_document_work_programme on action_document (work_programme_id, reference) where superseded_at is null;
