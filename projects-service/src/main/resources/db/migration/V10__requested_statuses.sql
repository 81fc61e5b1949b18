-- Statuses of projects of the past that one archivist entered, until another one confirms or rejects them.
create table requested_statuses (
    id               uuid primary key,
    version          int   not null,
    status           text  not null check (status in ('REQUESTED', 'CONFIRMED', 'REJECTED')),
    asked            jsonb not null,
    requested_by     text  not null,
    requested_on     date  not null,
    decided_by       text,
    decided_on       date,
    rejection_reason text,
    constraint decided_by_somebody check ((status = 'REQUESTED') = (decided_by is null))
);

create table requested_statuses_view (
    status       text not null,
    requested_on date not null
);

call make_view_table('requested_statuses');

grant select, insert, update on requested_statuses to ${app};
