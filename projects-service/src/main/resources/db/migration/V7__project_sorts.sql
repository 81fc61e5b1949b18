-- Sorts over columns that may be unknown put nulls last either way, so the way down needs an index of its own.
create index project_document_amount_down on project_document (amount desc nulls last, id desc) where superseded_at is null;
create index project_document_start_down on project_document (start_on desc nulls last, id desc) where superseded_at is null;
create index project_document_end on project_document (end_on, id) where superseded_at is null;
create index project_document_end_down on project_document (end_on desc nulls last, id desc) where superseded_at is null;
