-- What of texts is erased though rows are only ever added: content goes, and what seals hold stays. All of it runs with the
-- rights of who owns the tables, and can do nothing else.
create table erasure (
    id           uuid primary key,
    thing        uuid        not null,
    first        int,
    last         int check (last >= first),
    reason       text        not null,
    requested_by text        not null,
    requested_at timestamptz not null,
    confirmed_by text,
    confirmed_at timestamptz check ((confirmed_at is null) = (confirmed_by is null)),
    versions     int,
    lines        int,
    events       int
);

create index on erasure (requested_at, id);
revoke delete, truncate, update on erasure from ${app};
grant update (confirmed_by, confirmed_at, versions, lines, events) on erasure to ${app};

create view erasure_line as
    select id, case when confirmed_at is null then 1 else 2 end as version, cast(id as text) as reference, true as visible,
           requested_at as recorded_at, requested_at, cast(thing as text) as thing,
           case when confirmed_at is null then 'REQUESTED' else 'DONE' end as status,
           cast(json_strip_nulls(json_build_object(
               'id', id, 'version', case when confirmed_at is null then 1 else 2 end,
               'status', case when confirmed_at is null then 'REQUESTED' else 'DONE' end, 'thing', thing,
               'first', first, 'last', last, 'reason', reason, 'requestedBy', requested_by,
               'requestedAt', to_char(requested_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'confirmedBy', confirmed_by,
               'confirmedAt', to_char(confirmed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'),
               'versions', versions, 'lines', lines, 'events', events)) as text) as body
      from erasure;

-- The texts of former versions that were withdrawn; their figures stay, since totals of the past count them.
create function erase_versions(name text, thing uuid, first_version int, last_version int) returns int
    language plpgsql security definer set search_path from current as $$
declare
    texts text;
    erased int;
begin
    select string_agg(format('%I = %L', a.attname, ''), ', ')
      into texts
      from pg_attribute a
     where a.attrelid = (name || '_history')::regclass and a.attname in ('title', 'search', 'body', 'public_body');
    execute format('update %I set %s where id = $1 and version between $2 and $3 and withdrawn_at is not null'
                   ' and body <> %L', name || '_history', texts, '') using thing, first_version, last_version;
    get diagnostics erased = row_count;
    return erased;
end
$$;

create function json_version(body text) returns int language sql immutable parallel safe as $$
    select cast(cast(nullif(body, '') as jsonb) ->> 'version' as int)
$$;

create function json_id(body text) returns text language sql immutable parallel safe as $$
    select cast(nullif(body, '') as jsonb) ->> 'id'
$$;

-- What audit lines hold of versions of a thing between two, or of all of it, and all that they hold of what went into
-- these. A refused request made no version, but may have asked for it.
create function erase_audit(thing text, first_version int, last_version int, others text[]) returns int
    language plpgsql security definer set search_path from current as $$
declare
    erased int;
begin
    with lines as (
        select o.position, o.outcome = 'REFUSED' as is_refused,
               first_version is null or o.object = any (others) or json_id(o.after) = any (others) as is_all,
               json_version(o.before) between first_version and last_version as is_before,
               json_version(o.after) between first_version and last_version as is_after
          from audit o where o.object = thing or o.object = any (others)),
    parts as (
        select position, is_all or is_refused or coalesce(is_after, false) as in_asked,
               is_all or coalesce(is_before, false) as in_before, is_all or coalesce(is_after, false) as in_after
          from lines)
    update audit a
       set asked = case when p.in_asked then '' else a.asked end,
           before = case when p.in_before then '' else a.before end,
           after = case when p.in_after then '' else a.after end,
           is_erased = true
      from parts p
     where p.position = a.position
       and (p.in_asked and a.asked <> '' or p.in_before and a.before <> '' or p.in_after and a.after <> '');
    get diagnostics erased = row_count;
    return erased;
end
$$;

-- What stored events tell of versions between two, once they were sent.
create function erase_events(thing uuid, first_version int, last_version int) returns int
    language plpgsql security definer set search_path from current as $$
declare
    erased int;
begin
    update outbox o set payload = '{}'
     where o.key = thing and o.version between first_version and last_version and o.payload <> '{}'
       and exists (select from outbox_number n, outbox_relay r where n.position = o.position and n.number <= r.sent);
    get diagnostics erased = row_count;
    return erased;
end
$$;

-- The same by age, so many at once: see the schedule in docs/operations.md.
create function erase_old_audit(due timestamptz, most int) returns int
    language plpgsql security definer set search_path from current as $$
declare
    erased int;
begin
    update audit set asked = '', before = '', after = '', is_erased = true
     where position = any (array(select position from audit
                                  where at < due and (asked <> '' or before <> '' or after <> '')
                                  order by at limit most));
    get diagnostics erased = row_count;
    return erased;
end
$$;

create function erase_sent_events(due timestamptz, most int) returns int
    language plpgsql security definer set search_path from current as $$
declare
    erased int;
begin
    update outbox set payload = '{}'
     where position = any (array(select o.position from outbox o
                                   join outbox_number n on n.position = o.position
                                   join outbox_relay r on n.number <= r.sent
                                  where n.given_at < due and o.payload <> '{}'
                                    and o.position <= (select position from outbox_number where given_at < due
                                                        order by given_at desc, number desc limit 1)
                                  order by o.position limit most));
    get diagnostics erased = row_count;
    return erased;
end
$$;

create function erase_old_versions(due timestamptz, most int) returns int
    language plpgsql security definer set search_path from current as $$
declare
    past text;
    emptied int;
    erased int := 0;
begin
    for past in
        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'withdrawn_at'
         where c.relnamespace = cast(current_schema() as regnamespace) and c.relkind = 'r' and c.relname like '%\_history'
         order by c.relname
    loop
        execute format('select coalesce(sum(erase_versions(%L, id, version, version)), 0)'
                       '  from (select id, version from %I where withdrawn_at < $1 and body <> %L'
                       '         order by withdrawn_at limit $2) due', left(past, -length('_history')), past, '')
           into emptied using due, most - erased;
        erased := erased + emptied;
    end loop;
    return erased;
end
$$;

-- What is left to be ended by age, so that a look for it does not read what was ended before.
create index audit_content on audit (at) where asked <> '' or before <> '' or after <> '';
create index outbox_told on outbox (position) where payload <> '{}';
create index inbox_handled on inbox (handled_at);

revoke execute on function erase_versions, erase_audit, erase_events, erase_old_audit, erase_sent_events,
    erase_old_versions from public;
grant execute on function erase_versions, erase_audit, erase_events, erase_old_audit, erase_sent_events, erase_old_versions
    to ${app};
