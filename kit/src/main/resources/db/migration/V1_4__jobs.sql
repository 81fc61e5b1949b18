-- Work in steps: the cursor says how far it is; what is open is done after a crash too.
create table job (
    position   bigint generated always as identity primary key,
    name       text        not null,
    subject    text        not null,
    cursor     text        not null default '',
    state      text        not null default 'OPEN' check (state in ('OPEN', 'DONE')),
    steps      int         not null default 0,
    failures   int         not null default 0, -- since the last step that succeeded
    problem    text,
    started_at timestamptz not null,
    due_at     timestamptz not null
);

create index job_open on job (name, subject, position) where state = 'OPEN';
create index job_due on job (due_at) where state = 'OPEN';
create index job_done on job (due_at) where state = 'DONE';
