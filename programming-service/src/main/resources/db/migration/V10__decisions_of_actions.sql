-- Which decision each action rests on since the last amendment; before the first it is the adoption.
alter table work_programme add column later_decisions jsonb not null default '[]';
