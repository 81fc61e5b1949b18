-- An id from its text; null where the text is none, so that a reference or an id can be looked up by an index each.
create function as_uuid(value text) returns uuid language sql immutable parallel safe as $$
    select case when value ~* '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' then cast(value as uuid) end
$$;

-- Words to be found by, folded: those of the first line count more than the others.
create function search_words(lines text) returns tsvector language sql immutable parallel safe as $$
    select setweight(to_tsvector('simple', split_part(lines, e'\n', 1)), 'A')
        || to_tsvector('simple', split_part(lines, e'\n', 2))
$$;

-- What a row can be found by where a question is written otherwise.
-- The extension is there once for all installations of a database, so it has a schema of its own, which connections look into.
create schema if not exists extensions;
create extension if not exists pg_trgm with schema extensions;
grant usage on schema extensions to ${app};

create function words_of(search tsvector) returns text language sql immutable parallel safe as $$
    select array_to_string(tsvector_to_array(search), ' ')
$$;

-- Makes the table of a room's ready-made representations out of a table that holds only the columns that its lists filter
-- and sort by: {name}_view gets the columns, keys, indexes and rights that all have, {name}_history all rows that stood
-- before; one that was withdrawn counts in totals of the past and is read nowhere. Lists read by "who may see it" first, then in their order, so each index begins with "visible" and ends with "id".
create procedure make_view_table(name text, unindexed text[] default '{}') language plpgsql as $$
declare
    present constant text := name || '_view';
    past constant text := name || '_history';
    col record;
begin
    execute format(
        'alter table %I add column id uuid primary key, add column version int not null check (version > 0), '
        'add column reference text not null, add column visible boolean not null, '
        'add column recorded_at timestamptz not null, add column body text not null', present);
    execute format('create table %I (like %I, superseded_at timestamptz not null, withdrawn_at timestamptz, '
        'withdrawn_for text, withdrawn_reason text, primary key (id, version), '
        'check ((withdrawn_at is null) = (withdrawn_for is null)))', past, present);
    execute format('create index on %I (superseded_at, recorded_at)', past);
    execute format('create index on %I (withdrawn_at) where withdrawn_at is not null', past);
    execute format('create index on %I (reference)', present);
    execute format('create index on %I (lower(reference))', present); -- capitals tell no two apart
    for col in
        select a.attname as name, t.typcategory as category, t.typname as type
          from pg_attribute a join pg_type t on t.oid = a.atttypid
         where a.attrelid = present::regclass and a.attnum > 0 and not a.attisdropped
           and a.attname not in ('id', 'version', 'visible', 'recorded_at', 'body') and a.attname <> all (unindexed)
    loop
        if col.category = 'A' or col.type = 'tsvector' then
            execute format('create index on %I using gin (%I)', present, col.name);
            if col.type = 'tsvector' then
                execute format('create index on %I using gin (words_of(%I) extensions.gin_trgm_ops)', present, col.name);
            end if;
        elsif col.type <> 'bool' then
            execute format('create index on %I (visible, %I, id)', present, col.name);
        end if;
    end loop;
    execute format('revoke truncate on %I from ${app}', present);
    execute format('revoke update, delete, truncate on %I from ${app}', past);
    execute format('grant update (visible) on %I to ${app}', past); -- what is hidden is hidden in its past too
    execute format('grant update (withdrawn_at, withdrawn_for, withdrawn_reason) on %I to ${app}', past);
end
$$;
