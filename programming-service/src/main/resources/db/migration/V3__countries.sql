-- Countries and the instruments that make them eligible.
create table country (
    id      uuid primary key,
    version int   not null check (version > 0),
    content jsonb not null check (content ->> 'code' ~ '^[A-Z]{2}$')
);

create unique index country_code on country ((content ->> 'code'));

create table country_view (
    name        text   not null collate "und-x-icu",
    region      text   not null collate "und-x-icu",
    instruments text[] not null,
    priorities  text[] not null
);

call make_view_table('country');
