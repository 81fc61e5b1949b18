-- The audit log is sealed in blocks off the hot path: each seal hashes its lines and the seal before it, so that a line
-- that is changed, missing, added or swapped afterwards shows. A chain of seals belongs to one installation. All that the
-- snapshot saw up to the position is sealed; what a transaction adds that was open then is sealed later.
create table audit_seal (
    chain       text        not null,
    number      bigint      not null,
    hash        text        not null,
    position    bigint      not null,
    snapshot    pg_snapshot not null,
    transaction xid8        not null default pg_current_xact_id(), -- begun after the snapshot was taken
    sealed_at   timestamptz not null,
    primary key (chain, number)
);

create table audit_sealed (
    position bigint primary key references audit,
    chain    text   not null,
    seal     bigint not null,
    foreign key (chain, seal) references audit_seal
);

create index audit_sealed_seal on audit_sealed (chain, seal, position);

revoke update, delete, truncate on audit_seal, audit_sealed from ${app};
