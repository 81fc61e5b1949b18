-- The newest state of each commitment, as funding tells it. Projects need not be known here.
create table known_commitment (
    id          uuid primary key,
    version     int            not null,
    reference   text           not null,
    project_id  uuid           not null,
    action_id   uuid, -- that it is drawn from
    historical  boolean        not null,
    status      text           not null,
    currency    varchar(3)     not null,
    committed   numeric(19, 4) not null,
    decommitted numeric(19, 4) not null,
    paid        numeric(19, 4) not null,
    recovered   numeric(19, 4) not null,
    outstanding numeric(19, 4) not null
);

create index known_commitment_project on known_commitment (project_id);
