-- Movements that one person asked for, until another one confirms or rejects them.
create table requested_movements (
    id               uuid primary key,
    version          int   not null,
    kind             text  not null check (kind in ('APPROPRIATIONS', 'BATCH', 'PAST')),
    status           text  not null check (status in ('REQUESTED', 'CONFIRMED', 'REJECTED')),
    asked            jsonb not null,
    movements        int   not null check (movements between 1 and 1000),
    requested_by     text  not null,
    requested_on     date  not null,
    decided_by       text,
    decided_on       date,
    rejection_reason text,
    constraint decided_by_somebody check ((status = 'REQUESTED') = (decided_by is null))
);

create table requested_movements_view (
    kind         text not null,
    status       text not null,
    requested_on date not null
);

call make_view_table('requested_movements');

grant select, insert, update on requested_movements to ${app};
