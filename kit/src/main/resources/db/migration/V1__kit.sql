-- What every service has: events out and in, idempotency keys, the audit log.
-- The application's role gets its rights table by table; what is append-only is never granted update or delete.
grant usage on schema ${flyway:defaultSchema} to ${app};
alter default privileges in schema ${flyway:defaultSchema} grant select, insert, update, delete on tables to ${app};
grant select on ${flyway:table} to ${app}; -- a service looks whether its database is migrated
alter default privileges in schema ${flyway:defaultSchema} grant usage, select on sequences to ${app};

-- What others are told, as it is told: the attributes of CloudEvents are columns, so that a router reads all from here.
-- Rows are only ever added. Where a transaction comes before a position, it has begun before the position was given out.
create table outbox (
    transaction     xid8        not null default pg_current_xact_id(),
    position        bigint generated always as identity primary key,
    id              uuid        not null unique,
    topic           text        not null,
    key             uuid        not null,
    version         int         not null check (version > 0),
    type            text        not null,
    source          text        not null,
    subject         text        not null,
    dataschema      text        not null,
    datacontenttype text        not null default 'application/json',
    specversion     text        not null default '1.0',
    occurred_at     timestamptz not null,
    traceparent     text        not null,
    payload         text        not null,
    visible         boolean     not null default true -- whether everybody may see what it tells of, before or after
);

create index outbox_transaction on outbox (transaction);
revoke update, delete, truncate on outbox from ${app};

-- The place of each event in the stream, given after the commit: whoever has read up to a number misses nothing by going
-- on after it.
create table outbox_number (
    number   bigint primary key,
    position bigint      not null unique references outbox,
    given_at timestamptz not null
);

create index outbox_number_given on outbox_number (given_at, number);
revoke update, delete, truncate on outbox_number from ${app};

-- How far the stream is numbered and sent. The relay that has this row's lock is the only one at work.
create table outbox_relay (
    only_row boolean primary key default true check (only_row),
    number   bigint      not null default 0, -- the last one given
    visible  bigint      not null default 0, -- the last one of what everybody may see
    position bigint      not null default 0, -- the highest that has one
    snapshot pg_snapshot not null default pg_current_snapshot(), -- when they were looked for: what it did not see comes late
    sent     bigint      not null default 0  -- the last number that Kafka has
);

insert into outbox_relay default values;
revoke insert, delete, truncate on outbox_relay from ${app};

-- Committed and without a number yet: beyond the highest, or of a transaction that was open when they were looked for.
create view outbox_unnumbered as
    select o.position from outbox_relay r join outbox o on o.position > r.position
    union
    select o.position
      from (select o.position from outbox_relay r join outbox o on o.transaction >= pg_snapshot_xmax(r.snapshot)
            union all
            select o.position
              from outbox_relay r cross join lateral pg_snapshot_xip(r.snapshot) open (transaction)
              join outbox o on o.transaction = open.transaction) o
     where not exists (select from outbox_number n where n.position = o.position);

-- What a statement sees of the stream: all numbers up to the first, and the positions from ... to before ... besides.
create function stream_position() returns text language sql stable as $$
    select 'p' || r.number || coalesce(',' || translate(cast(u.besides as text), '{}[)', ''), '')
      from outbox_relay r
     cross join (select range_agg(int8range(position, position, '[]')) as besides from outbox_unnumbered) u
$$;

-- What everybody may see changed without an event of ours, since another service told of it.
create table heard_change (
    number   bigint primary key,
    heard_at timestamptz not null
);

create index on heard_change (heard_at);
revoke update, delete, truncate on heard_change from ${app};

-- The same of what everybody may see, which stays as it is whatever happens to the rest.
create function visible_position() returns text language sql stable as $$
    select 'p' || r.visible || coalesce('.' || (select max(number) from heard_change), '') || coalesce(',' || translate(cast(u.besides as text), '{}[)', ''), '')
      from outbox_relay r
     cross join (select range_agg(int8range(position, position, '[]')) as besides
                   from outbox_unnumbered join outbox o using (position) where o.visible) u
$$;

create table inbox (
    event_id   uuid primary key,
    handled_at timestamptz not null default now()
);

-- Events that name what is not known yet: they are tried again for a minute, in their order within a key.
create table waiting_event (
    place    bigint generated always as identity primary key,
    event_id uuid        not null unique,
    topic    text        not null,
    part     int         not null,
    key      text        not null,
    headers  jsonb       not null,
    payload  text        not null,
    since    timestamptz not null,
    next_at  timestamptz not null
);

create index on waiting_event (topic, key, place);

-- When the newest event was told that was applied, and its number in its owner's stream, by topic and the last byte of its
-- key (256 for digests): how old copies are.
create table heard (
    topic   text        not null,
    part    int         not null,
    told_at timestamptz not null,
    number  bigint,
    primary key (topic, part)
);

revoke delete on heard from ${app};

create table inbox_version (
    topic     text not null,
    aggregate uuid not null,
    version   int  not null,
    primary key (topic, aggregate)
);

-- Digests of what is told on topics, as this service tells them of its own and as it heard them of others: up to which
-- number of the owner's stream, and what is in each bucket of things (by the last byte of the key of their events).
create table digest (
    topic   text primary key,
    version int         not null check (version > 0),
    number  bigint      not null,
    at      timestamptz not null
);

create table digest_bucket (
    topic   text  not null,
    bucket  int   not null,
    content jsonb not null,
    primary key (topic, bucket)
);

create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      int         not null,
    location    text        not null,
    etag        text        not null,
    answer      text        not null,
    roles       text[]      not null, -- of the caller when it was given, and the organisation
    organisation text       not null,
    created_at  timestamptz not null,
    primary key (caller, key)
);

create index idempotency_key_age on idempotency_key (created_at);

-- Rows are only ever added, and sealed: see audit_seal.
create table audit (
    transaction xid8      not null default pg_current_xact_id(),
    position   bigint generated always as identity primary key,
    id         uuid        not null unique,
    at         timestamptz not null,
    day        date        not null,
    caller     text        not null,
    person     text, -- missing where the token named none
    on_behalf_of text, -- of whom a deputy did it
    roles      text        not null,
    method     text        not null,
    path       text        not null,
    object     text, -- id of the thing that was written
    outcome    text        not null check (outcome in ('DONE', 'REFUSED')),
    status     int         not null,
    code       text        not null,
    request_id text        not null,
    address    text        not null,
    operation  text        not null, -- of the API document; empty where none was found
    asked      text        not null, -- the body of the request, without what is not for the log
    before     text        not null, -- the thing before the write
    after      text        not null,
    asked_hash  text       not null, -- what seals hold of the three, so that they can be erased
    before_hash text       not null,
    after_hash  text       not null,
    is_erased  boolean     not null default false
);

create function content_hash(content text) returns text language sql immutable parallel safe as $$
    select encode(sha256(convert_to(content, 'UTF8')), 'hex')
$$;

create function hash_audit() returns trigger language plpgsql as $$
begin
    new.asked_hash := content_hash(new.asked);
    new.before_hash := content_hash(new.before);
    new.after_hash := content_hash(new.after);
    return new;
end
$$;

create trigger audit_hash before insert on audit for each row execute function hash_audit();

create index audit_transaction on audit (transaction);
create index audit_caller on audit (caller, position);
create index audit_person on audit (person, position);
create index audit_object on audit (object, position);
create index audit_operation on audit (operation, position);
create index audit_at on audit (at, position);
create index audit_request on audit (request_id);
create index audit_day on audit (day, position);
revoke update, delete, truncate on audit from ${app};
