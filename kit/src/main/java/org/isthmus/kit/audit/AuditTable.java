package org.isthmus.kit.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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
                    a.status, a.code, a.request_id, a.address, a.operation, a.asked_hash, a.before_hash,
                    a.after_hash, a.person, a.on_behalf_of)::text
                """;
    }

    /** Content that does not fit its hash is altered, unless it was erased and nothing stands in its place. */
    @Override
    public String altered() {
        return Stream.of("asked", "before", "after")
                .map("(a.%1$s_hash <> content_hash(a.%1$s) and not (a.is_erased and a.%1$s = ''))"::formatted)
                .collect(Collectors.joining(" or "));
    }

    @Override
    public String erased() {
        return "a.is_erased";
    }
}
