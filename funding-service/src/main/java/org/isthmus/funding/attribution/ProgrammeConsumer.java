package org.isthmus.funding.attribution;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;

/** Learns which programmes there are, and their strands. */
@ApplicationScoped
class ProgrammeConsumer implements EventConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;

    ProgrammeConsumer(Deliveries deliveries, Inbox inbox, DataSource database) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
    }

    record Programme(String code, List<Strand> strands) {

        record Strand(String code) {}
    }

    @Override
    public String topic() {
        return "programming.programmes";
    }

    @Incoming("programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.programme.changed.v1") && inbox.isNewest(event)) {
            Programme programme = event.read(Programme.class);
            List<String> strands =
                    programme.strands().stream().map(Programme.Strand::code).toList();
            Query.of("""
                            insert into known_programme (id, code, strands) values (?, ?, ?)
                            on conflict (id) do update set code = excluded.code, strands = excluded.strands
                            """, event.key(), programme.code(), strands).execute(database);
        }
    }
}
