-- The action that a project implements, as the projects service tells it: money for it is drawn from no other action.
alter table known_project add column action_id uuid;

-- A project has one commitment of the past; what was booked in error and undone is none.
create unique index commitment_historical on commitment (project_id) where kind = 'HISTORICAL' and committed > 0;
