package org.isthmus.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;

/** The audit log as a table. */
@ApplicationScoped
class AuditTable implements SealedTable {

    @Override
    public String name() {
        return "audit";
    }

    @Override
    public String content() {
        return """
                jsonb_build_array(
                    a.id, extract(epoch from a.at), a.day, a.caller, a.roles, a.method, a.path, a.object, a.outcome,
                    a.status, a.code, a.request_id, a.address, a.operation, a.asked, a.before, a.after)::text
                """;
    }
}
