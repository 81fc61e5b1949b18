-- Who stands in for whom, in which role, from when to when and up to which amount in one act.
create table delegation (
    id           uuid primary key,
    version      int            not null,
    deputy       text           not null, -- as persons are compared
    delegator    text           not null check (delegator <> deputy),
    role         text           not null check (role in ('FINANCE_OFFICER', 'AUTHORISING_OFFICER', 'ACCOUNTING_OFFICER')),
    from_on      date           not null,
    to_on        date           not null check (to_on >= from_on),
    up_to        numeric(19, 4) not null check (up_to > 0),
    reason       text           not null,
    status       text           not null check (status in ('REQUESTED', 'CONFIRMED', 'REVOKED')),
    confirmed_by text check (confirmed_by not in (deputy, delegator)),
    revoked_by   text,
    revoked_on   date
);

create index delegation_deputy on delegation (deputy) where status = 'CONFIRMED';

create table delegation_view (
    role    text not null,
    status  text not null,
    from_on date not null
);

call make_view_table('delegation');

grant select, insert, update on delegation to ${app};
