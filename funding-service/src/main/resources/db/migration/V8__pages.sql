-- How the books are read: each row with its ready-made JSON, made when it is asked for, since balances never stand still.

create function account_name(a account) returns json language sql stable as $$
    select json_strip_nulls(json_build_object(
        'id', a.id, 'kind', a.kind, 'budgetLine', a.budget_line, 'year', a.year,
        'action', case when a.commitment_id is null then a.label end,
        'commitment', case when a.commitment_id is not null then a.label end,
        'actionId', a.action_id, 'projectId', a.project_id, 'commitmentId', a.commitment_id))
$$;

create function instant(at timestamptz) returns text language sql immutable as $$
    select to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

create function movement_body(m movement, named boolean) returns text language sql stable as $$
    select json_strip_nulls(json_build_object(
        'id', m.id, 'type', m.type, 'effectiveOn', m.effective_on, 'effectivePrecision', m.effective_precision,
        'recordedAt', instant(m.recorded_at), 'position', m.position, 'reason', m.reason,
        'by', case when named then m.booked_by end, 'corrects', m.corrects, 'historical', m.historical,
        'source', m.source,
        'entries', (
            select json_agg(json_build_object(
                       'account', account_name(a), 'amount', round(e.amount, 2)::text, 'currency', e.currency,
                       'balanceAfter', round(e.balance_after, 2)::text) order by e.line)
              from entry e join account a on a.id = e.account_id
             where e.movement_id = m.id)))::text
$$;

create view movement_named as
select m.id, 1 as version, m.id::text as reference, m.recorded_at, null::timestamptz as superseded_at,
       movement_body(m, true) as body, m.position, m.type, m.effective_on, m.historical, m.corrects
  from movement m;

create view movement_public as
select m.id, 1 as version, m.id::text as reference, m.recorded_at, null::timestamptz as superseded_at,
       movement_body(m, false) as body, m.position, m.type, m.effective_on, m.historical, m.corrects
  from movement m;

create view entry_page as
select e.movement_id as id, 1 as version, e.movement_id::text as reference, m.recorded_at,
       null::timestamptz as superseded_at, e.account_id, e.account_version, m.effective_on, m.type,
       json_strip_nulls(json_build_object(
           'movementId', m.id, 'type', m.type, 'effectiveOn', m.effective_on, 'recordedAt', instant(m.recorded_at),
           'reason', m.reason, 'amount', round(e.amount, 2)::text, 'currency', e.currency,
           'version', e.account_version, 'balanceAfter', round(e.balance_after, 2)::text))::text as body
  from entry e join movement m on m.id = e.movement_id;

-- Accounts with what they held on a day, as far as the books knew at an instant. Without either: now.
create function account_at(effective date, recorded timestamptz)
    returns table (id uuid, version int, reference text, recorded_at timestamptz, superseded_at timestamptz, body text,
                   kind text, budget_line text, year int, action_id uuid, project_id uuid, commitment_id uuid,
                   balance numeric)
    language sql stable as $$
    select a.id, s.version, a.key, timestamptz 'epoch', null::timestamptz,
           json_strip_nulls(json_build_object(
               'id', a.id, 'version', s.version, 'kind', a.kind, 'budgetLine', a.budget_line, 'year', a.year,
               'action', case when a.commitment_id is null then a.label end,
               'commitment', case when a.commitment_id is not null then a.label end,
               'actionId', a.action_id, 'projectId', a.project_id, 'commitmentId', a.commitment_id,
               'balance', json_build_object('amount', round(s.balance, 2)::text, 'currency', a.currency)))::text,
           a.kind, a.budget_line, a.year, a.action_id, a.project_id, a.commitment_id, s.balance
      from account a
      cross join lateral (
           select a.version, a.balance where effective is null and recorded is null
           union all
           select count(*)::int, coalesce(sum(e.amount), 0)
             from entry e join movement m on m.id = e.movement_id
            where e.account_id = a.id
              and (effective is not null or recorded is not null)
              and (effective is null or m.effective_on <= effective)
              and (recorded is null or m.recorded_at <= recorded)
           having effective is not null or recorded is not null) s
$$;

revoke all on movement_named, movement_public, entry_page from ${app};
grant select on movement_named, movement_public, entry_page to ${app};
