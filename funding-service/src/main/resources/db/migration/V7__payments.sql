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

create trigger payment_view_visible before insert or update on payment_view
    for each row execute function visible_as_its_project();

create index on payment_history (project_id);

grant select, insert, update on payment to ${app};
