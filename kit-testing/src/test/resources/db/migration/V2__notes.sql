create table note (
    id      uuid primary key,
    version int   not null,
    content jsonb not null
);

create table note_view (
    title  text not null collate "und-x-icu",
    tags   text[] not null,
    amount numeric(19, 4),
    search tsvector not null
);

call make_view_table('note', '{}');

create table counted (
    subject text not null,
    thing   int  not null,
    primary key (subject, thing)
);
