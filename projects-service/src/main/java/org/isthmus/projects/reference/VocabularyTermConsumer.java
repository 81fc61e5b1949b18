package org.isthmus.projects.reference;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;

/** Learns the terms of vocabularies that projects are classified by. */
@ApplicationScoped
class VocabularyTermConsumer implements EventConsumer, Reconciled {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Event<CodesChanged> changes;

    VocabularyTermConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Event<CodesChanged> changes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.changes = changes;
    }

    @Override
    public String topic() {
        return "programming.vocabulary-terms";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(
                        topic(), "known_term", "select id as key, id, code as name, code from known_term", "code")
                .byEvent());
    }

    @Incoming("vocabulary-terms")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.vocabulary-term.changed.v1") && inbox.isNewest(event)) {
            ToldTerm term = event.read(ToldTerm.class);
            String code = term.key();
            boolean isRenamed = Query.of("""
                            insert into known_term as known (id, code, titles) values (?, ?, ?)
                            on conflict (id) do update set code = excluded.code, titles = excluded.titles
                             where (known.code, known.titles) is distinct from (excluded.code, excluded.titles)
                            """, event.key(), code, term.titles()).execute(database) > 0;
            if (isRenamed) {
                changes.fire(new CodesChanged(CodesChanged.Kind.TERM, List.of(code)));
            }
        }
    }
}
