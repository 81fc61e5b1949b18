create table budget_line (
    id        uuid primary key,
    version   int   not null,
    code      text  not null unique,
    title     jsonb not null,
    programme text
);

create table budget_line_view (
    programme text
);

call make_view_table('budget_line');

create table appropriation (
    id           uuid primary key,
    version      int            not null,
    budget_line  text           not null references budget_line (code),
    year         int            not null,
    kind         text           not null check (kind in ('COMMITMENT', 'PAYMENT')),
    amount       numeric(19, 4) not null,
    effective_on date           not null,
    reason       text           not null,
    source       jsonb,
    status       text           not null check (status in ('BOOKED', 'REVERSED')),
    movement_id  uuid           not null unique references movement
);

create table appropriation_view (
    budget_line  text           not null,
    year         int            not null,
    kind         text           not null,
    amount       numeric(19, 4) not null,
    effective_on date           not null,
    status       text           not null
);

call make_view_table('appropriation');

grant select, insert, update on budget_line, appropriation to ${app};
