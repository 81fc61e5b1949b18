-- Regions: one code for each, in a tree.
create table region (
    id      uuid primary key,
    version int   not null check (version > 0),
    content jsonb not null check (content ->> 'code' <> '')
);

create unique index region_code on region ((content ->> 'code'));

create table region_view (
    title        text   not null collate "und-x-icu",
    parent       text,
    also_written text[] not null,
    titles       text[] not null -- in each language
);

call make_view_table('region');

create index on region_view (parent);

call make_regions_within('region_view', 'reference');

-- The countries in them.
create function countries_within(asked text[]) returns text[] language sql stable as $$
    select array(select reference from country_view where region = any (regions_within(asked)))
$$;
