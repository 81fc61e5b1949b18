-- Copies of what other services own, fed by their events. The times say when we learnt of it and when it was overtaken,
-- so that a total of an earlier day can be made again.

create table known_action (
    id                      uuid primary key,
    reference               text           not null,
    work_programme_id       uuid           not null,
    work_programme_version  int            not null,
    programme               text           not null,
    decision_reference      text,
    decided_on              date,
    budget_line             text,
    year                    int            not null,
    amount                  numeric(19, 4),
    withdrawn               boolean        not null
);

create index known_action_work_programme on known_action (work_programme_id);

create table known_project (
    id        uuid primary key,
    reference text    not null,
    published boolean not null
);

create table attribution (
    subject       uuid          not null,
    dimension     text          not null check (dimension in ('PROGRAMME', 'STRAND', 'COUNTRY')),
    line          int           not null,
    code          text,
    share         numeric(9, 4) not null check (share > 0 and share <= 100),
    reason        text,
    recorded_from timestamptz   not null,
    recorded_to   timestamptz,
    primary key (subject, dimension, recorded_from, line),
    constraint attribution_code_or_reason check ((code is null) = (reason is not null))
);

create index attribution_now on attribution (dimension, code, subject) where recorded_to is null;

create table country_region (
    code          text        not null,
    region        text        not null,
    recorded_from timestamptz not null,
    recorded_to   timestamptz,
    primary key (code, recorded_from)
);

grant select, insert, update, delete on known_action, known_project, attribution, country_region to ${app};
