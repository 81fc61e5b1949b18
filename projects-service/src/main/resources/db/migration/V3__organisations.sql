create table organisation (
    id         uuid primary key,
    version    int         not null check (version > 0),
    reference  text        not null unique,
    parent_id  uuid references organisation,
    content    jsonb       not null,
    check (parent_id <> id)
);

create index organisation_parent on organisation (parent_id);

-- "visible": takes part in a published project, so everybody may know of it. The room of projects says so.
create table organisation_view (
    name        text collate "und-x-icu" not null,
    type        text,
    country     text,
    parent      text,
    identifiers text[]   not null,
    search      tsvector not null
);

call make_view_table('organisation');
