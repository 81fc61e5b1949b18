create table pending_version (
    id                uuid primary key,
    version           int         not null check (version > 0),
    project_id        uuid        not null,
    project_reference text        not null,
    organisations     jsonb       not null, -- that lead the project, by id and reference
    status            text        not null check (status in ('PENDING', 'PUBLISHED', 'RETURNED', 'WITHDRAWN')),
    base_version      int         not null, -- of the project, as its author has seen it
    changes           jsonb       not null,
    replaced          jsonb       not null,
    proposed_by       text        not null,
    proposed_at       timestamptz not null,
    decided_by        text check (status <> 'PUBLISHED' or decided_by <> proposed_by),
    decided_at        timestamptz,
    return_reason     text,
    published_version int
);

create index pending_version_project on pending_version (project_id) where status = 'PENDING';

create table pending_version_view (
    status        text        not null,
    project_id    uuid        not null,
    project       text        not null,
    organisations text[]      not null,
    proposed_at   timestamptz not null,
    public_body   text        not null
);

call make_view_table('pending_version', array['public_body']);
