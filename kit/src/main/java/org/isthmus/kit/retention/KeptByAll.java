package org.isthmus.kit.retention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** What every service keeps for a time. */
@ApplicationScoped
class KeptByAll {

    private final DataSource database;

    KeptByAll(DataSource database) {
        this.database = database;
    }

    @Produces
    @Singleton
    RetentionRule idempotencyKeys() {
        return deleted("idempotency-keys", "idempotency_key", "created_at < ?");
    }

    @Produces
    @Singleton
    RetentionRule heardEvents() {
        return deleted("heard-events", "inbox", "handled_at < ?");
    }

    @Produces
    @Singleton
    RetentionRule doneJobs() {
        return deleted("done-jobs", "job", "state = 'DONE' and due_at < ?");
    }

    @Produces
    @Singleton
    RetentionRule sentEvents() {
        return new StatementRule("sent-events", database, "select erase_sent_events(?, ?) as ended");
    }

    @Produces
    @Singleton
    RetentionRule auditContent() {
        return new StatementRule("audit-content", database, "select erase_old_audit(?, ?) as ended");
    }

    @Produces
    @Singleton
    RetentionRule withdrawnVersions() {
        return new StatementRule("withdrawn-versions", database, "select erase_old_versions(?, ?) as ended");
    }

    private RetentionRule deleted(String name, String table, String due) {
        return new StatementRule(name, database, """
                with gone as (
                    delete from %1$s where ctid = any (array(select ctid from %1$s where %2$s limit ?)) returning 1)
                select cast(count(*) as int) as ended from gone
                """.formatted(table, due));
    }
}
