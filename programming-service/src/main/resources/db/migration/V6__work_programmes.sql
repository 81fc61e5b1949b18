-- Work programmes and their actions. A reference of an action keeps its id for good; one text per year and part.
create table work_programme (
    id                             uuid primary key,
    version                        int   not null check (version > 0),
    reference                      text  not null,
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
    later_decisions                jsonb not null default '[]', -- which decision each action rests on since the last amendment
    amendment_withdrawn            text,                        -- why an amendment was given up that waited for the committee
    amendment_withdrawn_on         date,
    workflow                       jsonb not null check (
        workflow ->> 'status' in ('DRAFT', 'CONSULTATION', 'COMMITTEE', 'ADOPTED', 'CLOSED', 'WITHDRAWN')
        and (workflow ->> 'status' not in ('ADOPTED', 'CLOSED')
             or (workflow ->> 'decision' is not null and workflow ->> 'decidedOn' is not null
                 and workflow ->> 'opinion' in ('FAVOURABLE', 'NONE'))))
);

create unique index work_programme_reference on work_programme (lower(reference));

create unique index work_programme_year_and_part on work_programme (indicative_programme_id, year, coalesce(part, 0))
    where workflow ->> 'status' <> 'WITHDRAWN';

create table registered_action (
    id                uuid primary key,
    reference         text not null,
    work_programme_id uuid not null
);

create unique index registered_action_reference on registered_action (lower(reference));

create index registered_action_work_programme on registered_action (work_programme_id);
revoke update, delete, truncate on registered_action from ${app};

create table work_programme_view (
    programme              text           not null,
    indicative_programme   text           not null,
    year                   int            not null,
    part                   int,
    title                  text           not null collate "und-x-icu",
    status                 text           not null,
    edition                int            not null,
    reason                 text,
    amendment_withdrawn    text,
    amendment_withdrawn_on date,
    total                  numeric(19, 4) not null,
    strands                text[]         not null,
    countries              text[]         not null
);

call make_view_table('work_programme', unindexed => '{reason, amendment_withdrawn, amendment_withdrawn_on, edition}');

create table action_view (
    work_programme_id    uuid   not null,
    work_programme       text   not null,
    programme            text   not null,
    indicative_programme text   not null,
    year                 int    not null,
    status               text   not null,
    title                text   not null collate "und-x-icu",
    countries            text[] not null,
    regions              text[] not null,
    strands              text[] not null,
    amount               numeric(19, 4),
    mode                 text,
    budget_line          text,
    allocation           text
);

call make_view_table('action');
create index action_view_work_programme on action_view (work_programme_id, reference);
