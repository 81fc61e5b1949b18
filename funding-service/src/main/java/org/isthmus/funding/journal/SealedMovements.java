package org.isthmus.funding.journal;

import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.kit.audit.SealedTable;

/** The movements with their entries as a table that is sealed. */
@ApplicationScoped
class SealedMovements implements SealedTable {

    @Override
    public String name() {
        return "movement";
    }

    @Override
    public String content() {
        return """
                jsonb_build_array(
                    a.id, a.type, a.dated, a.effective_on, extract(epoch from a.recorded_at), a.reason,
                    a.booked_by, a.corrects, a.historical, a.source,
                    (select jsonb_agg(jsonb_build_array(e.line, e.account_id, e.amount, e.currency, e.measure,
                                                        e.account_version, e.balance_after) order by e.line)
                       from entry e where e.movement_id = a.id))::text
                """;
    }
}
