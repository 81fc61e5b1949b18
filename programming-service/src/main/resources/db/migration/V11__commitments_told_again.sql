-- A state that is told again may differ from how it was learnt: both stay, each known from its time.
alter table commitment_state drop constraint commitment_state_pkey, add primary key (commitment_id, version, recorded_from);
