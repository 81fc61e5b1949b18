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
    constraint payment_by_different_people
        check (authorised_by <> requested_by and executed_by <> requested_by and executed_by <> authorised_by),
    constraint payment_executed_is_booked check ((status in ('EXECUTED', 'REVERSED')) = (movement_id is not null))
);

create index payment_open on payment (commitment_id) where status in ('REQUESTED', 'AUTHORISED');

create table payment_document (
    id            uuid           not null,
    version       int            not null,
    reference     text           not null,
    recorded_at   timestamptz    not null,
    superseded_at timestamptz,
    body          text           not null,
    public_body   text           not null,
    commitment_id uuid           not null,
    project_id    uuid           not null,
    kind          text           not null,
    status        text           not null,
    amount        numeric(19, 4) not null,
    requested_on  date           not null,
    executed_on   date,
    primary key (id, version)
);

create index payment_document_now on payment_document (id) where superseded_at is null;
create index payment_document_commitment on payment_document (commitment_id) where superseded_at is null;
create index payment_document_project on payment_document (project_id) where superseded_at is null;

-- What everybody may see of a payment: not who acted on it.
create view payment_public as
select id, version, reference, recorded_at, superseded_at, public_body as body, commitment_id, project_id, kind, status,
       amount, requested_on, executed_on
  from payment_document;

grant select on payment_public to ${app};
grant select, insert, update on payment, payment_document to ${app};
