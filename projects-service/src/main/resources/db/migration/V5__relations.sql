create table relation (
    id       uuid primary key,
    type     text not null check (type in ('PART_OF', 'FOLLOWS', 'CO_FUNDED_WITH')),
    from_id  uuid not null references project,
    to_id    uuid not null references project,
    source   jsonb,
    note     text,
    unique (type, from_id, to_id),
    check (from_id <> to_id)
);

create index relation_to on relation (to_id);

-- A project is part of one umbrella at most, so that each euro is counted once.
create unique index relation_one_umbrella on relation (from_id) where type = 'PART_OF';
