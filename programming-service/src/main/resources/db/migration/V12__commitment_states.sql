-- What the books told of each commitment, now and at every earlier time that we knew it. Amounts are in euros.
create table commitment_state (
    commitment_id uuid           not null,
    version       int            not null,
    project_id    uuid           not null,
    action_id     uuid,
    historical    boolean        not null,
    committed     numeric(19, 4) not null,
    decommitted   numeric(19, 4) not null,
    paid          numeric(19, 4) not null,
    recovered     numeric(19, 4) not null,
    recorded_from timestamptz    not null,
    recorded_to   timestamptz,
    primary key (commitment_id, version)
);

create index commitment_state_action on commitment_state (action_id);
create index commitment_state_project on commitment_state (project_id);
revoke update, delete, truncate on commitment_state from ${app};
grant update (recorded_to) on commitment_state to ${app};
