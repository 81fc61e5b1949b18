-- Movements are sealed as the audit log is.
call make_seal_tables('movement');
