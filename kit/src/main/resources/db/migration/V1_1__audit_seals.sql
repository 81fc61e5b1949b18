-- The audit log is sealed in blocks off the hot path: each seal hashes its lines and the seal before it, so that a line
-- that is changed, missing, added or swapped afterwards shows.
create table audit_seal (
    number    bigint primary key,
    hash      text        not null,
    sealed_at timestamptz not null
);

create table audit_sealed (
    position bigint primary key references audit,
    seal     bigint not null references audit_seal
);

create index audit_sealed_seal on audit_sealed (seal, position);

revoke update, delete, truncate on audit_seal, audit_sealed from ${app};
