-- What the public sees of the books: movements of unpublished projects are neither shown nor counted, so that no balance
-- tells their sums by subtraction. Running balances beside a movement are for officers and auditors.

create or replace function movement_body(m movement, named boolean) returns text language sql stable as $$
    select json_strip_nulls(json_build_object(
        'id', m.id, 'type', m.type, 'effectiveOn', m.effective_on, 'effectivePrecision', m.effective_precision,
        'recordedAt', instant(m.recorded_at), 'position', m.position, 'reason', m.reason,
        'by', case when named then m.booked_by end, 'corrects', m.corrects, 'historical', m.historical,
        'source', m.source,
        'entries', (
            select json_agg(json_build_object(
                       'account', account_name(a), 'amount', round(e.amount, 2)::text, 'currency', e.currency,
                       'balanceAfter', case when named then round(e.balance_after, 2)::text end) order by e.line)
              from entry e join account a on a.id = e.account_id
             where e.movement_id = m.id)))::text
$$;

-- A movement that touches a project's account stays within that account's budget line.
create function hidden_movement(of_line text) returns table (id uuid) language sql stable as $$
    select distinct e.movement_id
      from account a join entry e on e.account_id = a.id
     where a.budget_line = of_line and a.project_id is not null
       and not exists (select from known_project p where p.id = a.project_id and p.published)
$$;

create view entry_public as
select s.movement_id as id, 1 as version, s.movement_id::text as reference, s.recorded_at,
       null::timestamptz as superseded_at, s.account_id, s.place as account_version, s.effective_on, s.type,
       json_strip_nulls(json_build_object(
           'movementId', s.movement_id, 'type', s.type, 'effectiveOn', s.effective_on,
           'recordedAt', instant(s.recorded_at), 'reason', s.reason, 'amount', round(s.amount, 2)::text,
           'currency', s.currency, 'version', s.place, 'balanceAfter', round(s.balance, 2)::text))::text as body
  from (select e.movement_id, e.account_id, e.amount, e.currency, m.recorded_at, m.effective_on, m.type, m.reason,
               (row_number() over seen)::int as place, sum(e.amount) over seen as balance
          from entry e join movement m on m.id = e.movement_id
         where not exists (
               select from entry o join account a on a.id = o.account_id
                where o.movement_id = e.movement_id and a.project_id is not null
                  and not exists (select from known_project p where p.id = a.project_id and p.published))
        window seen as (partition by e.account_id order by e.account_version)) s;

drop function account_at(date, timestamptz);

-- Accounts with what they held on a day, as far as the books knew at an instant. Without either: now. For those who do
-- not see everything, hidden movements are taken off, and the row's version says which state it is, not how many entries.
create function account_at(effective date, recorded timestamptz, everything boolean)
    returns table (id uuid, version int, reference text, recorded_at timestamptz, superseded_at timestamptz, body text,
                   kind text, budget_line text, year int, action_id uuid, project_id uuid, commitment_id uuid,
                   balance numeric)
    language sql stable as $$
    select a.id,
           case when everything then s.version
                else hashtext(concat_ws('/', s.version - hidden.version, s.balance - hidden.balance)) end,
           a.key, timestamptz 'epoch', null::timestamptz,
           json_strip_nulls(json_build_object(
               'id', a.id, 'version', s.version - hidden.version, 'kind', a.kind, 'budgetLine', a.budget_line,
               'year', a.year, 'action', case when a.commitment_id is null then a.label end,
               'commitment', case when a.commitment_id is not null then a.label end,
               'actionId', a.action_id, 'projectId', a.project_id, 'commitmentId', a.commitment_id,
               'balance', json_build_object(
                   'amount', round(s.balance - hidden.balance, 2)::text, 'currency', a.currency)))::text,
           a.kind, a.budget_line, a.year, a.action_id, a.project_id, a.commitment_id, s.balance - hidden.balance
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
      cross join lateral (
           select count(*)::int as version, coalesce(sum(e.amount), 0) as balance
             from hidden_movement(a.budget_line) h
             join entry e on e.movement_id = h.id and e.account_id = a.id
             join movement m on m.id = h.id
            where not everything and a.project_id is null
              and (effective is null or m.effective_on <= effective)
              and (recorded is null or m.recorded_at <= recorded)) hidden
$$;

revoke all on entry_public from ${app};
grant select on entry_public to ${app};
