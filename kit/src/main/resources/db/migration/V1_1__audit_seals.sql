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
        '    number   bigint not null unique,' -- the place of the row in the order of sealing, which never changes
        '    foreign key (chain, seal) references %I)', name || '_sealed', name, name || '_seal');
    execute format('create index %I on %I (chain, seal, position)', name || '_sealed_seal', name || '_sealed');
    execute format('revoke update, delete, truncate on %I, %I from ${app}', name || '_seal', name || '_sealed');
end
$$;

call make_seal_tables('audit');

-- Lines are read in the order in which they were sealed: one that commits late comes late.
create view audit_line as
    select id, 1 as version, request_id as reference, true as visible, at as recorded_at, s.number as position, caller, person,
           on_behalf_of, method, path, object, outcome, status, nullif(code, '') as code, day, at, nullif(operation, '') as operation,
           rtrim(json_strip_nulls(json_build_object(
               'id', id, 'position', s.number,
               'at', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'caller', caller, 'person', person, 'onBehalfOf', on_behalf_of, 'roles', roles, 'method', method,
               'path', path, 'object', object, 'outcome', outcome, 'status', status, 'code', nullif(code, ''), 'requestId', request_id, 'address', address,
               'operation', nullif(operation, ''), 'erased', nullif(is_erased, false)))::text, '}')
               || coalesce(',"asked":' || nullif(asked, ''), '') -- as they are: a null in a patch says something
               || coalesce(',"before":' || nullif(before, ''), '') || coalesce(',"after":' || nullif(after, ''), '')
               || '}' as body
      from audit join audit_sealed s using (position);
