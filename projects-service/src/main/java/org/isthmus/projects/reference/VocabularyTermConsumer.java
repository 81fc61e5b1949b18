package org.isthmus.projects.reference;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;

/** Learns the terms of vocabularies that projects are classified by. */
@ApplicationScoped
class VocabularyTermConsumer implements EventConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;

    VocabularyTermConsumer(Deliveries deliveries, Inbox inbox, DataSource database) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
    }

    record Term(String scheme, String code) {
        Term {
            Objects.requireNonNull(scheme);
            Objects.requireNonNull(code);
        }
    }

    @Override
    public String topic() {
        return "programming.vocabulary-terms";
    }

    @Incoming("vocabulary-terms")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.vocabulary-term.changed.v1") && inbox.isNewest(event)) {
            Term term = event.read(Term.class);
            Query.of("""
                    insert into known_term (id, code) values (?, ?)
                    on conflict (id) do update set code = excluded.code
                    """, event.key(), term.scheme() + ":" + term.code()).execute(database);
        }
    }
}
