-- Copies of what other services own, fed by their events. The times say when we learnt of it and when it was overtaken,
-- so that a total of an earlier day can be made again.

create table known_action (
    id                      uuid primary key,
    reference               text           not null,
    work_programme_id       uuid           not null,
    work_programme_version  int            not null,
    work_programme_edition  int            not null,
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
    published boolean not null,
    action_id uuid
);

-- A project may be published while money is booked on it: who writes of its money and who publishes it wait for each other.
create function lock_publication(project uuid, shared boolean) returns void language plpgsql as $$
declare
    key constant bigint := hashtextextended(current_schema || '/known_project', hashtext(project::text) & 127);
begin
    if shared then
        perform pg_advisory_xact_lock_shared(key);
    else
        perform pg_advisory_xact_lock(key);
    end if;
end $$;

create function known_project_is_locked() returns trigger language plpgsql as $$
begin
    perform lock_publication(new.id, false);
    return new;
end $$;

create trigger known_project_is_locked before insert or update on known_project
    for each row execute function known_project_is_locked();

-- What belongs to no project, or to a published one, is for everybody.
create function visible_as_its_project() returns trigger language plpgsql as $$
begin
    if new.project_id is null then
        new.visible := true;
    else
        perform lock_publication(new.project_id, true);
        new.visible := exists (select from known_project p where p.id = new.project_id and p.published);
    end if;
    return new;
end $$;

create trigger movement_view_visible before insert on movement_view
    for each row execute function visible_as_its_project();

create table known_region (
    id           uuid primary key,
    code         text   not null unique,
    parent       text,
    also_written text[] not null,
    titles       text[] not null
);

create index on known_region (parent);

call make_regions_within('known_region', 'code');

create table known_country (
    id     uuid primary key,
    code   text not null unique,
    region text not null
);

create table known_programme (
    id      uuid primary key,
    code    text   not null unique,
    strands text[] not null
);

grant select, insert, update on known_action, known_project, known_region, known_country, known_programme to ${app};
