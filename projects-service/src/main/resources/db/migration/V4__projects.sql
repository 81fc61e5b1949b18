create table project (
    id                 uuid primary key,
    version            int         not null check (version > 0),
    reference          text        not null,
    status             text        not null check (status in
        ('PIPELINE', 'IMPLEMENTATION', 'FINALISATION', 'CLOSED', 'SUSPENDED', 'CANCELLED', 'UNKNOWN')),
    published          boolean     not null,
    unpublished_reason text,
    content            jsonb       not null,
    moves              jsonb       not null,
    grant_state        jsonb,
    booked             jsonb, -- what a commitment gave it where no source did
    changed_at         timestamptz not null
);

create unique index project_reference on project (lower(reference));

-- "runs_on": its last year is always the present one.
-- "published": this version was; "visible": it was and the project still is, so everybody may read it. "benefiting": the
-- countries whose role says that the money is for them.
create table project_view (
    published      boolean  not null,
    title          text collate "und-x-icu" not null,
    status         text     not null,
    programme      text,
    other_programmes text[] not null,
    call           text,
    actions        text[]   not null,
    strands        text[]   not null,
    classifications text[]  not null,
    countries      text[]   not null,
    benefiting     text[]   not null,
    regions        text[]   not null,
    within_regions text[]   not null,
    scope          text,
    organisations  text[]   not null,
    start_on       date,
    end_on         date,
    first_year     int,
    last_year      int,
    years          int[]    not null,
    end_known      text     not null,
    runs_on        boolean  not null,
    amount         numeric(19, 4),
    euros          numeric(19, 4),
    currency       text,
    counting_level text     not null,
    part_of        text[]   not null,
    search         tsvector not null
);

call make_view_table('project', array['benefiting', 'amount', 'currency', 'counting_level', 'scope', 'call', 'last_year', 'first_year', 'end_known']);
