-- The application changes of a version only that another one followed it, and deletes nothing. New tables had all rights
-- by default.

revoke delete on budget_line, appropriation, allocation, commitment, payment, known_action, known_project, outbox from ${app};

revoke update, delete on budget_line_document, appropriation_document, allocation_document, commitment_document,
    payment_document from ${app};
grant update (superseded_at) on budget_line_document, appropriation_document, allocation_document,
    commitment_document, payment_document to ${app};

revoke update, delete on attribution, country_region from ${app};
grant update (recorded_to) on attribution, country_region to ${app};
