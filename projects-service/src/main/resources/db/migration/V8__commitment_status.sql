-- By them a grant is found in the books. Rows of before know neither until the state is told again.
alter table known_commitment add column reference text, add column status text;
