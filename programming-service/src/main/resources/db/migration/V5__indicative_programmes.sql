-- Indicative programmes, under strategy papers.
create table indicative_programme (
    id                uuid primary key,
    version           int   not null check (version > 0),
    reference         text  not null,
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

create unique index indicative_programme_reference on indicative_programme (lower(reference));

create table indicative_programme_view (
    programme      text    not null,
    strategy_paper text    not null,
    title          text    not null collate "und-x-icu",
    status         text    not null,
    start_on       date    not null,
    historical     boolean not null
);

call make_view_table('indicative_programme');
