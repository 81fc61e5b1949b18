-- New tables have all rights by default; nothing that is kept is deleted.

revoke delete on budget_line, appropriation, allocation, commitment, payment, known_action, known_project, known_region, known_country,
    known_programme, outbox, budget_line_view, appropriation_view, allocation_view, commitment_view, payment_view,
    delegation, delegation_view, requested_movements, requested_movements_view from ${app};
