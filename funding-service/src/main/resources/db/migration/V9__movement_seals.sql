-- Movements are sealed in blocks off the hot path, as the audit log is: see the kit's SealedTable.
create table movement_seal (
    number    bigint primary key,
    hash      text        not null,
    sealed_at timestamptz not null
);

create table movement_sealed (
    position bigint primary key references movement (position),
    seal     bigint not null references movement_seal
);

create index movement_sealed_seal on movement_sealed (seal, position);

revoke update, delete, truncate on movement_seal, movement_sealed from ${app};
