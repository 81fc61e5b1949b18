-- Strategy papers. What is adopted has a decision, or the source that says that it was adopted before these books began.
create table strategy_paper (
    id           uuid primary key,
    version      int   not null check (version > 0),
    reference    text  not null,
    programme_id uuid  not null references programme,
    content      jsonb not null,
    workflow     jsonb not null check (
        workflow ->> 'status' in ('DRAFT', 'CONSULTATION', 'COMMITTEE', 'ADOPTED', 'CLOSED', 'WITHDRAWN')
        and (workflow ->> 'status' not in ('ADOPTED', 'CLOSED')
             or workflow -> 'historicalSource' is not null
             or (workflow ->> 'decision' is not null and workflow ->> 'opinion' in ('FAVOURABLE', 'NONE'))))
);

create unique index strategy_paper_reference on strategy_paper (lower(reference));

create table strategy_paper_view (
    programme  text    not null,
    title      text    not null collate "und-x-icu",
    status     text    not null,
    start_on   date    not null,
    end_on     date    not null,
    historical boolean not null
);

call make_view_table('strategy_paper');
