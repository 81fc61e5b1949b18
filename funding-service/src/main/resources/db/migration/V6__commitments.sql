create table commitment (
    id                uuid primary key,
    version           int            not null,
    kind              text           not null check (kind in ('INDIVIDUAL', 'HISTORICAL')),
    reference         text           not null,
    project_id        uuid           not null,
    action_id         uuid,
    action            text,
    work_programme_id uuid,
    budget_line       text           not null,
    year              int,
    dated             text,
    effective_on      date,
    reason            text           not null,
    source            jsonb,
    committed         numeric(19, 4) not null check (committed >= 0),
    decommitted       numeric(19, 4) not null check (decommitted >= 0),
    paid              numeric(19, 4) not null check (paid >= 0),
    movement_id       uuid           not null references movement,
    movement_dated    text,
    constraint commitment_never_overspent check (paid + decommitted <= committed),
    constraint commitment_dated check ((dated is null) = (effective_on is null)
        and (dated is not null or kind = 'HISTORICAL')),
    constraint commitment_has_action check ((kind = 'INDIVIDUAL') = (action_id is not null))
);

-- of those that stand: a reversed one leaves its reference to its project
create unique index commitment_reference on commitment (lower(reference)) where committed > 0;
create index commitment_any_reference on commitment (lower(reference));

-- A project has one commitment of the past; what was booked in error and undone is none.
create unique index commitment_historical on commitment (project_id) where kind = 'HISTORICAL' and committed > 0;

create table commitment_view (
    kind              text           not null,
    project_id        uuid           not null,
    action_id         uuid,
    work_programme_id uuid,
    budget_line       text           not null,
    year              int,
    effective_first   date,
    effective_on      date,
    status            text           not null,
    historical        boolean        not null,
    committed         numeric(19, 4) not null,
    outstanding       numeric(19, 4) -- nobody knows of the past
);

call make_view_table('commitment', '{effective_first}');

-- What stands against new commitments: references that are taken, the kinds that projects have, which projects there are
-- and the actions that they implement. Who asks of the same projects waits until this transaction ends; what is read is what the others left.
create function commitments_against(refs text[], projects uuid[])
    returns table (reference text, project uuid, action uuid, kind text, reversed boolean) language plpgsql as $$
#variable_conflict use_column
begin
    perform pg_advisory_xact_lock(hashtextextended(current_schema || '/commitments', n))
       from (select distinct hashtext(p::text) & 127 as n from unnest(projects) p order by n) locks;
    return query
        select c.reference, c.project_id, null::uuid, null::text, c.committed = 0
          from commitment c where lower(c.reference) in (select lower(r) from unnest(refs) r)
        union all
        select distinct null, c.project_id, null::uuid, c.kind, false
          from commitment c where c.project_id = any (projects) and c.committed > 0
        union all
        select null, k.id, k.action_id, null, false
          from known_project k where k.id = any (projects);
end $$;

-- Commitments as the books held them by the end of a day, as far as was known at an instant. What may have been made
-- later, or on no known day, is worked out with all that may belong to it, and says so.
create function commitment_at(day date, recorded timestamptz)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, body text, kind text,
                   project_id uuid, action_id uuid, work_programme_id uuid, budget_line text, year int,
                   effective_first date, effective_on date, status text, historical boolean, committed numeric,
                   outstanding numeric)
    language sql stable as $$
    select v.id, v.version, v.reference, v.visible, v.recorded_at,
           with_members(v.body, jsonb_build_object(
               'status', s.status, 'committed', euros(f.committed), 'decommitted', euros(f.decommitted),
               'movementId', f.movement_id)
               || case when v.historical then '{}'
                       else jsonb_build_object('paid', euros(f.paid), 'outstanding', euros(s.rest)) end
               || case when u.is_uncertain then '{"dateUnknown": true}' else '{}'::jsonb end),
           v.kind, v.project_id, v.action_id, v.work_programme_id, v.budget_line, v.year, v.effective_first, v.effective_on,
           s.status, v.historical, f.committed, case when not v.historical then s.rest end
      from (select id, version, reference, visible, recorded_at, body, kind, project_id, action_id, work_programme_id,
                   budget_line, year, effective_first, effective_on, historical
              from commitment_view where known_by(recorded_at, recorded)
            union all
            select id, version, reference, visible, recorded_at, body, kind, project_id, action_id, work_programme_id,
                   budget_line, year, effective_first, effective_on, historical
              from commitment_history where recorded_at <= recorded and superseded_at > recorded) v
      cross join lateral (select (v.effective_on <= day) is not true as is_uncertain) u
      cross join lateral (
           select coalesce(sum(e.measured) filter (where e.measure = 'COMMITTED'), 0) as committed,
                  coalesce(sum(e.measured) filter (where e.measure = 'PAID'), 0) as paid,
                  coalesce(sum(e.measured) filter (where e.measure = 'DECOMMITTED'), 0) as decommitted,
                  (array_agg(m.id order by m.effective_on desc, m.position desc))[1] as movement_id
             from account a join entry e on e.account_id = a.id join movement m on m.id = e.movement_id
            where a.commitment_id = v.id and e.measure is not null and known_by(m.recorded_at, recorded)
              and (m.effective_on <= day or u.is_uncertain and (m.effective_first is null or m.effective_first <= day))) f
      cross join lateral (
           select f.committed - f.paid - f.decommitted as rest,
                  case when f.committed = 0 then 'REVERSED' when f.committed > f.paid + f.decommitted then 'OPEN'
                       else 'SETTLED' end as status) s
$$;

-- The umbrella whose money is in the books and in which a project's money is counted, so that a list which holds both can
-- be added up.
create type commitment_inclusion as (version int, recorded_at timestamptz, included_in text);

create function inclusion_of_commitment(commitment uuid, at timestamptz, everything boolean) returns commitment_inclusion
    language sql stable as $$
    with recursive above as (
        select s.subject, s.reference, s.umbrella, s.currency, 1 as depth, s.recorded_from, false as is_known
          from commitment c
          join attributed_subject s on s.subject = c.project_id and known_at(s.recorded_from, s.recorded_to, at)
         where c.id = commitment and s.umbrella is not null and s.contribution > 0 and (everything or s.published)
        union all
        select u.subject, u.reference, u.umbrella, a.currency, a.depth + 1, greatest(a.recorded_from, u.recorded_from),
               k.is_known
          from above a
          join attributed_subject u on u.subject = a.umbrella and known_at(u.recorded_from, u.recorded_to, at)
          cross join lateral (
               select (u.contribution > 0 and (everything or u.published)) is true as is_known) k
         where a.depth < 20 and (not k.is_known or u.currency = a.currency))
    select hashtext(u.reference) & 1048575, u.recorded_from, u.reference
      from above u
     where u.is_known
       and (select sum(e.measured)
              from account a join entry e on e.account_id = a.id join movement m on m.id = e.movement_id
             where a.project_id = u.subject and e.measure = 'COMMITTED' and known_by(m.recorded_at, at)) > 0
     order by u.depth desc limit 1
$$;

create function with_inclusion(body text, inclusion commitment_inclusion) returns text
    language sql immutable parallel safe as $$
    select case when inclusion.included_in is null then body
                else left(body, -1) || ',"includedIn":' || to_json(inclusion.included_in) || '}' end
$$;

create trigger commitment_view_visible before insert or update on commitment_view
    for each row execute function visible_as_its_project();

create index on commitment_history (project_id);

grant select, insert, update on commitment to ${app};
