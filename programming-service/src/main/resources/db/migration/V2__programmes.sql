-- Programmes and their strands.
create table programme (
    id          uuid primary key,
    version     int   not null check (version > 0),
    code        text  not null unique,
    content     jsonb not null,
    strands     jsonb not null,
    predecessor jsonb,
    successor   jsonb
);

create table programme_view (
    title       text not null collate "und-x-icu",
    start_on    date not null,
    predecessor text
);

call make_view_table('programme');

create table strand_view (
    programme       text   not null,
    number          int    not null,
    code            text   not null,
    title           text   not null collate "und-x-icu",
    classifications text[] not null
);

call make_view_table('strand');
