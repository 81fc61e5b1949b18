-- What every service has: events out and in, idempotency keys, the audit log.
-- The application's role gets its rights table by table; what is append-only is never granted update or delete.
grant usage on schema public to ${app};
alter default privileges in schema public grant select, insert, update, delete on tables to ${app};
alter default privileges in schema public grant usage, select on sequences to ${app};

create table outbox (
    position    bigint generated always as identity primary key,
    id          uuid        not null unique,
    topic       text        not null,
    key         uuid        not null,
    version     int         not null check (version > 0),
    type        text        not null,
    payload     text        not null,
    traceparent text        not null,
    occurred_at timestamptz not null,
    sent_at     timestamptz
);

create index outbox_unsent on outbox (position) where sent_at is null;

create table inbox (
    event_id   uuid primary key,
    handled_at timestamptz not null default now()
);

create table inbox_version (
    topic     text not null,
    aggregate uuid not null,
    version   int  not null,
    primary key (topic, aggregate)
);

create table idempotency_key (
    caller      text        not null,
    key         text        not null,
    fingerprint text        not null,
    status      int         not null,
    location    text        not null,
    etag        text        not null,
    answer      text        not null,
    created_at  timestamptz not null,
    primary key (caller, key)
);

create index idempotency_key_age on idempotency_key (created_at);

create table audit (
    position   bigint generated always as identity primary key,
    at         timestamptz not null,
    caller     text        not null,
    roles      text        not null,
    method     text        not null,
    path       text        not null,
    outcome    text        not null check (outcome in ('DONE', 'REFUSED')),
    status     int         not null,
    code       text        not null,
    request_id text        not null,
    address    text        not null,
    after      text        not null
);

revoke update, delete, truncate on audit from ${app};
