create table budget_line (
    id        uuid primary key,
    version   int   not null,
    code      text  not null unique,
    title     jsonb not null,
    programme text
);

create table budget_line_document (
    id            uuid        not null,
    version       int         not null,
    reference     text        not null,
    recorded_at   timestamptz not null,
    superseded_at timestamptz,
    body          text        not null,
    programme     text,
    primary key (id, version)
);

create unique index budget_line_document_now on budget_line_document (reference) where superseded_at is null;

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

create table appropriation_document (
    id            uuid           not null,
    version       int            not null,
    reference     text           not null,
    recorded_at   timestamptz    not null,
    superseded_at timestamptz,
    body          text           not null,
    budget_line   text           not null,
    year          int            not null,
    kind          text           not null,
    amount        numeric(19, 4) not null,
    effective_on  date           not null,
    status        text           not null,
    primary key (id, version)
);

create index appropriation_document_now on appropriation_document (budget_line, year, id) where superseded_at is null;

grant select, insert, update on budget_line, budget_line_document, appropriation, appropriation_document to ${app};
