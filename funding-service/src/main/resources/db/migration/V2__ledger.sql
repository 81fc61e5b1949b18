-- The books. The application may read them and add to them; nothing else.

create table account (
    id            uuid primary key,
    key           text           not null unique,
    kind          text           not null check (kind in (
        'SOURCE', 'APPROPRIATION', 'ALLOCATION', 'GLOBAL_COMMITMENT', 'COMMITMENT', 'PAID', 'RECOVERED', 'LAPSED',
        'PAYMENT_APPROPRIATION', 'PAYMENT_CONSUMED')),
    owner         uuid,
    budget_line   text           not null,
    year          int,
    currency      varchar(3)     not null,
    label         text,
    action_id     uuid,
    project_id    uuid,
    commitment_id uuid,
    version       int            not null default 0,
    balance       numeric(19, 4) not null default 0,
    last_effective_on date,
    constraint account_not_negative check (kind = 'SOURCE' or balance >= 0)
);

create index account_action on account (action_id);
create index account_project on account (project_id);
create index account_commitment on account (commitment_id);
create index account_line on account (budget_line, year, kind);

-- Which types of movement there are is said by the rooms that offer them.
-- The day is written as its source knows it: a year, a month, a day, or nothing. A movement counts from the last day that
-- it can mean.
create table movement (
    id                  uuid primary key,
    transaction         xid8        not null default pg_current_xact_id(), -- before the position: see the kit's SealedTable
    position            bigint generated always as identity unique,
    type                text        not null check (type ~ '^[A-Z_]+$'),
    dated               text check (dated ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
    effective_first     date,
    effective_on        date,
    recorded_at         timestamptz not null,
    reason              text        not null,
    booked_by           text        not null,
    corrects            uuid unique references movement,
    historical          boolean     not null,
    source              jsonb,
    constraint movement_dated check ((dated is null) = (effective_on is null) and (dated is null) = (effective_first is null)
        and effective_first <= effective_on and (dated is not null or historical)),
    constraint movement_corrects check ((type = 'REVERSE') = (corrects is not null))
);

create index movement_effective on movement (effective_on, id);
create index movement_recorded on movement (recorded_at);
create index movement_transaction on movement (transaction);

create table entry (
    movement_id     uuid           not null references movement,
    line            int            not null,
    account_id      uuid           not null references account,
    amount          numeric(19, 4) not null check (amount <> 0),
    currency        varchar(3)     not null,
    measure         text check (measure in ('ALLOCATED', 'COMMITTED', 'PAID', 'DECOMMITTED')),
    measured        numeric(19, 4) generated always as
        (case measure when 'DECOMMITTED' then -amount else amount end) stored,
    account_version int            not null,
    balance_after   numeric(19, 4) not null,
    primary key (movement_id, line),
    constraint entry_account_version unique (account_id, account_version)
);

-- A movement as its readers get it, written when it is booked; the public body leaves out who booked it and the balances.
create table movement_view (
    id           uuid primary key references movement,
    version      int         not null,
    reference    text        not null,
    visible      boolean     not null,
    recorded_at  timestamptz not null,
    body         text        not null,
    public_body  text        not null,
    project_id   uuid,
    position     bigint      not null unique,
    type         text        not null,
    effective_first date,
    effective_on date,
    historical   boolean     not null,
    corrects     uuid
);

-- The members of a representation in their order, some of them replaced, or left out where null, and new ones added.
create function with_members(body text, members jsonb) returns text language sql immutable parallel safe as $$
    select json_object_agg(m.key, m.value order by m.n)::text
      from (select b.key, coalesce(members -> b.key, b.value::jsonb)::json as value, b.n
              from json_each(body::json) with ordinality as b (key, value, n)
            union all
            select a.key, a.value::json, 1000
              from jsonb_each(members) as a (key, value)
             where body::jsonb -> a.key is null) m
     where json_typeof(m.value) <> 'null'
$$;

create function euros(amount numeric) returns jsonb language sql immutable parallel safe as $$
    select jsonb_build_object('amount', round(amount, 2)::text, 'currency', 'EUR')
$$;

-- Whether a movement was known at an instant; null is now.
create function known_by(recorded_at timestamptz, at timestamptz) returns boolean language sql immutable parallel safe as $$
    select at is null or recorded_at <= at
$$;

create index on movement_view (visible, effective_on, id);
create index on movement_view (visible, position, id);
create index on movement_view (project_id);
create index on movement_view (corrects) where corrects is not null;

-- Only this trigger changes an account: the application's role has no right to.
create function entry_moves_account() returns trigger
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    update account
       set version = version + 1, balance = balance + new.amount
     where id = new.account_id and currency = new.currency
    returning version, balance into new.account_version, new.balance_after;
    if not found then
        raise exception 'no account % in %', new.account_id, new.currency using errcode = 'foreign_key_violation';
    end if;
    return new;
end $$;

create trigger entry_moves_account before insert on entry
    for each row execute function entry_moves_account();

-- A movement's entries come in one statement and add up to zero, so that no later one can unbalance it.
create function entries_balance() returns trigger
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    wrong uuid;
begin
    select movement_id into wrong
      from (select movement_id, currency, sum(amount) as net from added group by movement_id, currency) sums
     where net <> 0
     limit 1;
    if found then
        raise exception 'movement % does not add up to zero', wrong using errcode = 'check_violation';
    end if;
    select a.movement_id into wrong
      from (select movement_id, count(*) as lines from added group by movement_id) a
     where a.lines <> (select count(*) from entry e where e.movement_id = a.movement_id)
     limit 1;
    if found then
        raise exception 'movement % is complete already', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger entries_balance after insert on entry
    referencing new table as added for each statement execute function entries_balance();

-- No account but a source holds less than nothing on any day, however late its movements are entered.
create function entries_overdraw_no_day() returns trigger
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
declare
    wrong text;
begin
    update account a
       set last_effective_on = d.last
      from (select e.account_id, max(m.effective_on) as last
              from added e join movement m on m.id = e.movement_id group by e.account_id) d
     where a.id = d.account_id and d.last is not null and (a.last_effective_on is null or a.last_effective_on < d.last);
    -- only what is taken before the account's last day can leave a day between with less than nothing
    select taken.key into wrong
      from (select distinct a.id, a.key
              from added e join movement m on m.id = e.movement_id join account a on a.id = e.account_id
             where e.amount < 0 and a.kind <> 'SOURCE' and m.effective_on < a.last_effective_on) taken
     where exists (
           select from (select sum(sum(e.amount)) over (order by m.effective_on nulls first) as held
                          from entry e join movement m on m.id = e.movement_id
                         where e.account_id = taken.id group by m.effective_on) days
            where held < 0)
     limit 1;
    if found then
        raise exception 'account % would hold less than nothing on some day', wrong using errcode = 'check_violation';
    end if;
    return null;
end $$;

create trigger entries_overdraw_no_day after insert on entry
    referencing new table as added for each statement execute function entries_overdraw_no_day();

create function movement_has_entries() returns trigger
    language plpgsql security definer set search_path = ${flyway:defaultSchema}, pg_temp as $$
begin
    if not exists (select from entry where movement_id = new.id)
       or exists (select from entry where movement_id = new.id
                   group by currency having sum(amount) <> 0 or count(*) < 2) then
        raise exception 'movement % needs two entries or more that add up to zero', new.id
            using errcode = 'check_violation';
    end if;
    return null;
end $$;

create constraint trigger movement_has_entries after insert on movement
    deferrable initially deferred for each row execute function movement_has_entries();

-- Not even the owner of the tables changes the past by an ordinary statement.
create function books_are_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the books are append-only' using errcode = 'insufficient_privilege';
end $$;

create trigger entry_append_only before update or delete or truncate on entry
    for each statement execute function books_are_append_only();
create trigger movement_append_only before update or delete or truncate on movement
    for each statement execute function books_are_append_only();

revoke all on account, movement, entry, movement_view from ${app};
grant select, insert on movement, entry, movement_view to ${app};
grant update (visible) on movement_view to ${app};
grant select on account to ${app};
grant insert (id, key, kind, owner, budget_line, year, currency, label, action_id, project_id, commitment_id)
    on account to ${app};
-- Locking a row needs the right to update some column of it; a label is no money.
grant update (label) on account to ${app};
