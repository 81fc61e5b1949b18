-- New tables have all rights by default; nothing that is kept is deleted.

revoke delete on budget_line, appropriation, allocation, commitment, payment, known_action, known_project, outbox,
    budget_line_view, appropriation_view, allocation_view, commitment_view, payment_view from ${app};

revoke update, delete on country_region from ${app};
grant update (recorded_to) on country_region to ${app};
