package org.isthmus.projects.reference;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;

/** Learns programmes and their strands. */
@ApplicationScoped
class ProgrammeEvents {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager database;

    ProgrammeEvents(Deliveries deliveries, Inbox inbox, EntityManager database) {
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
        database.createNativeQuery("""
                        insert into known_programme (id, code) values (:id, :code)
                        on conflict (id) do update set code = :code
                        """)
                .setParameter("id", programme.programmeId())
                .setParameter("code", programme.code())
                .executeUpdate();
        database.createNativeQuery("delete from known_strand where programme_id = :id")
                .setParameter("id", programme.programmeId())
                .executeUpdate();
        for (Programme.Strand strand : programme.strands()) {
            database.createNativeQuery("insert into known_strand (programme_id, code) values (:id, :code)")
                    .setParameter("id", programme.programmeId())
                    .setParameter("code", strand.code())
                    .executeUpdate();
        }
    }
}
