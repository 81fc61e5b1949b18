create table payment (
    id               uuid primary key,
    version          int            not null,
    commitment_id    uuid           not null references commitment,
    project_id       uuid           not null,
    kind             text           not null check (kind in ('PRE_FINANCING', 'INTERIM', 'BALANCE')),
    amount           numeric(19, 4) not null check (amount > 0),
    reason           text           not null,
    status           text           not null check (status in (
        'REQUESTED', 'AUTHORISED', 'EXECUTED', 'REJECTED', 'REVERSED')),
    requested_by     text           not null,
    requested_on     date           not null,
    authorised_by    text,
    authorised_on    date,
    executed_by      text,
    executed_on      date,
    rejected_by      text,
    rejected_on      date,
    rejection_reason text,
    movement_id      uuid unique references movement,
    reversal_id      uuid unique references movement,
    constraint payment_by_different_people
        check (authorised_by <> requested_by and executed_by <> requested_by and executed_by <> authorised_by),
    constraint payment_executed_is_booked check ((status in ('EXECUTED', 'REVERSED')) = (movement_id is not null))
);

create index payment_open on payment (commitment_id) where status in ('REQUESTED', 'AUTHORISED');

-- The public body is what everybody may see of a payment: not who acted on it.
create table payment_view (
    commitment_id uuid           not null,
    project_id    uuid           not null,
    kind          text           not null,
    status        text           not null,
    amount        numeric(19, 4) not null,
    requested_on  date           not null,
    executed_on   date,
    public_body   text           not null
);

call make_view_table('payment', '{public_body}');

-- Payments as they were by the end of a day, as far as was known at an instant: one that was made counts from the day that
-- the money left, though it may have been entered later.
create function payment_at(day date, recorded timestamptz)
    returns table (id uuid, version int, reference text, visible boolean, recorded_at timestamptz, body text,
                   public_body text, commitment_id uuid, project_id uuid, kind text, status text, amount numeric,
                   requested_on date, executed_on date, effective_on date)
    language sql stable as $$
    select v.id, v.version, v.reference, v.visible and s.status in ('EXECUTED', 'REVERSED'), v.recorded_at,
           with_members(v.body, c.changes), with_members(v.public_body, c.changes),
           v.commitment_id, v.project_id, v.kind, s.status, v.amount, v.requested_on,
           case when v.executed_on <= day then v.executed_on end, least(v.requested_on, v.executed_on)
      from (select id, version, reference, visible, recorded_at, body, public_body, commitment_id, project_id, kind, status,
                   amount, requested_on, executed_on
              from payment_view where known_by(recorded_at, recorded)
            union all
            select id, version, reference, visible, recorded_at, body, public_body, commitment_id, project_id, kind, status,
                   amount, requested_on, executed_on
              from payment_history where recorded_at <= recorded and superseded_at > recorded) v
      cross join lateral (
           select cast(v.body::json ->> 'authorisedOn' as date) <= day as is_authorised,
                  cast(v.body::json ->> 'rejectedOn' as date) <= day as is_rejected,
                  exists (select from movement m where m.id = cast(v.body::json ->> 'reversedBy' as uuid)
                                                   and m.effective_on <= day) as is_reversed) k
      cross join lateral (
           select case when k.is_reversed then 'REVERSED' when v.executed_on <= day then 'EXECUTED'
                       when k.is_rejected then 'REJECTED' when k.is_authorised then 'AUTHORISED'
                       else 'REQUESTED' end as status) s
      cross join lateral (
           select jsonb_build_object('status', s.status)
               || case when k.is_reversed then '{}' else '{"reversedBy": null}'::jsonb end
               || case when v.executed_on <= day then '{}'
                       else '{"executedOn": null, "executedBy": null, "movementId": null}'::jsonb end
               || case when k.is_rejected then '{}'
                       else '{"rejectedOn": null, "rejectedBy": null, "rejectionReason": null}'::jsonb end
               || case when k.is_authorised then '{}' else '{"authorisedOn": null, "authorisedBy": null}'::jsonb end
               as changes) c
$$;

create trigger payment_view_visible before insert or update on payment_view
    for each row execute function visible_as_its_project();

-- What is asked for, authorised or rejected is nobody's business until the money has left.
create function visible_once_paid() returns trigger language plpgsql as $$
begin
    new.visible := new.visible and new.status in ('EXECUTED', 'REVERSED');
    return new;
end $$;

create trigger payment_view_visible_once_paid before insert or update on payment_view
    for each row execute function visible_once_paid();

create index on payment_history (project_id);

grant select, insert, update on payment to ${app};
