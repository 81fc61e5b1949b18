package org.isthmus.kit.reconciliation;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.jobs.Job;
import org.isthmus.kit.jobs.Jobs;

/**
 * Tells again of all that stands on a topic, so that every copy becomes what its owner has. Who has it already changes
 * nothing; what was asked of others by an event, such as to commit a grant, is not asked again.
 */
@ApplicationScoped
class ResendEvents implements Job {

    private static final String JOB = "resend";
    private static final int AT_ONCE = 100;
    private static final UUID FIRST = new UUID(0, 0);

    private final DataSource database;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Map<String, Owned> topics = new TreeMap<>();

    ResendEvents(DataSource database, Jobs jobs, Outbox outbox, @All List<Reconciled> rooms) {
        this.database = database;
        this.jobs = jobs;
        this.outbox = outbox;
        rooms.forEach(room -> room.owned().forEach(rows -> topics.put(rows.topic(), new Owned(room, rows))));
    }

    private record Owned(Reconciled room, DigestedRows rows) {}

    /** Those that this service tells of. */
    Set<String> topics() {
        return topics.keySet();
    }

    void start(String topic) {
        jobs.start(JOB, List.of(topic));
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Optional<String> step(String topic, String cursor) {
        Owned owned = Objects.requireNonNull(topics.get(topic), topic);
        UUID after = cursor.isEmpty() ? FIRST : UUID.fromString(cursor);
        List<UUID> keys = owned.rows().keysAfter(after, AT_ONCE).list(database, row -> row.uuid("key"));
        outbox.addAll(owned.room().tellAgain(keys).stream()
                .map(event -> new Outbox.Told(event, false))
                .toList());
        return keys.size() < AT_ONCE
                ? Optional.empty()
                : Optional.of(keys.getLast().toString());
    }
}
