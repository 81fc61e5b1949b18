-- Movements are sealed in blocks off the hot path, as the audit log is: see the kit's SealedTable.
create table movement_seal (
    chain       text        not null,
    number      bigint      not null,
    hash        text        not null,
    position    bigint      not null,
    snapshot    pg_snapshot not null,
    transaction xid8        not null default pg_current_xact_id(), -- begun after the snapshot was taken
    sealed_at   timestamptz not null,
    primary key (chain, number)
);

create table movement_sealed (
    position bigint primary key references movement (position),
    chain    text   not null,
    seal     bigint not null,
    foreign key (chain, seal) references movement_seal
);

create index movement_sealed_seal on movement_sealed (chain, seal, position);

revoke update, delete, truncate on movement_seal, movement_sealed from ${app};
