package org.isthmus.projects.reference;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;

/** Learns programmes and their strands. */
@ApplicationScoped
class ProgrammeConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;

    ProgrammeConsumer(Deliveries deliveries, Inbox inbox, DataSource database) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
    }

    record Programme(UUID programmeId, String code, List<Strand> strands) {

        record Strand(String code) {}

        Programme {
            Objects.requireNonNull(programmeId);
            Objects.requireNonNull(code);
            strands = List.copyOf(strands);
        }
    }

    @Incoming("programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    private void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.programme.changed.v1") && inbox.isNewest(event)) {
            learn(event.read(Programme.class));
        }
    }

    private void learn(Programme programme) {
        UUID id = programme.programmeId();
        Query.of("""
                insert into known_programme (id, code) values (?, ?)
                on conflict (id) do update set code = excluded.code
                """, id, programme.code()).execute(database);
        Query.of("delete from known_strand where programme_id = ?", id).execute(database);
        Query.batch(
                database,
                "insert into known_strand (programme_id, code) values (?, ?)",
                programme.strands().stream()
                        .map(strand -> List.of(id, strand.code()))
                        .toList());
    }
}
