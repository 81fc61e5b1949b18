create table organisation (
    id         uuid primary key,
    version    int         not null check (version > 0),
    reference  text        not null,
    parent_id  uuid references organisation,
    content    jsonb       not null,
    check (parent_id <> id)
);

create unique index organisation_reference on organisation (lower(reference));

create index organisation_parent on organisation (parent_id);

-- Who was known under an identifier, and from when to when: one at a time. "identifier" is folded: scheme and value in
-- small letters, without blanks.
create table organisation_identifier (
    organisation_id uuid not null references organisation,
    identifier      text not null,
    valid_from      date,
    valid_to        date
);

create index organisation_identifier_of on organisation_identifier (organisation_id);
create index organisation_identifier_value on organisation_identifier (identifier);

-- Identifiers asked for in the form in which they are kept.
create function identifier_forms(asked text[]) returns text[] language sql immutable parallel safe as $$
    select array(select lower(regexp_replace(a, '\s+', '', 'g')) from unnest(asked) a)
$$;

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
