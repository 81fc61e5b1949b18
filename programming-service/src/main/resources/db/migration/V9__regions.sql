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
    also_written text[] not null
);

call make_view_table('region');
