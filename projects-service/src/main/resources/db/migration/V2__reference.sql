-- Our copies of what programming owns: only what codes are checked and shown with.
create table known_programme (
    id     uuid primary key,
    code   text   not null unique,
    titles text[] not null -- in each language, as all titles and names here
);

create table known_strand (
    programme_id uuid   not null references known_programme,
    code         text   not null,
    titles       text[] not null, -- those of its measures too
    primary key (programme_id, code)
);

create index known_strand_code on known_strand (code);

create table known_country (
    id     uuid primary key,
    code   text   not null unique,
    region text   not null,
    names  text[] not null
);

create table known_region (
    id           uuid primary key,
    code         text   not null unique,
    parent       text,
    also_written text[] not null,
    titles       text[] not null
);

create index on known_region (parent);

call make_regions_within('known_region', 'code');

create table known_term (
    id   uuid primary key,
    code text not null unique, -- vocabulary:code
    titles text[] not null
);

create table known_action (
    id                uuid primary key,
    reference         text not null,
    work_programme_id uuid not null,
    programme         text,
    titles            text[] not null,
    withdrawn         boolean not null default false -- an amendment left it out; projects may name it still
);

create index known_action_work_programme on known_action (work_programme_id);
