-- Why an amendment was given up that waited for the committee.
alter table work_programme add column amendment_withdrawn text;
alter table work_programme_document add column amendment_withdrawn text;
