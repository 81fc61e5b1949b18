-- A table that only grows is sealed in blocks off the hot path: each seal hashes its rows and the seal before it, so that a
-- row that is changed, missing, added or swapped afterwards shows. A chain of seals belongs to one installation. All that
-- the snapshot saw up to the position is sealed; what a transaction adds that was open then is sealed later.
create procedure make_seal_tables(name text) language plpgsql as $$
begin
    execute format(
        'create table %I ('
        '    chain       text        not null,'
        '    number      bigint      not null,'
        '    hash        text        not null,'
        '    position    bigint      not null,'
        '    snapshot    pg_snapshot not null,'
        '    transaction xid8        not null default pg_current_xact_id(),' -- begun after the snapshot was taken
        '    sealed_at   timestamptz not null,'
        '    primary key (chain, number))', name || '_seal');
    execute format(
        'create table %I ('
        '    position bigint primary key references %I (position),'
        '    chain    text   not null,'
        '    seal     bigint not null,'
        '    foreign key (chain, seal) references %I)', name || '_sealed', name, name || '_seal');
    execute format('create index %I on %I (chain, seal, position)', name || '_sealed_seal', name || '_sealed');
    execute format('revoke update, delete, truncate on %I, %I from ${app}', name || '_seal', name || '_sealed');
end
$$;

call make_seal_tables('audit');
