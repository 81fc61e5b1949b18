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
import org.isthmus.kit.values.Text;

/** Learns countries and their regions. */
@ApplicationScoped
class CountryConsumer implements EventConsumer, Reconciled {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Event<CodesChanged> changes;

    CountryConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Event<CodesChanged> changes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.changes = changes;
    }

    @Override
    public String topic() {
        return "programming.countries";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(
                        topic(),
                        "known_country",
                        "select id as key, id, code as name, code, region from known_country",
                        "code",
                        "region")
                .byEvent());
    }

    @Incoming("countries")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (!event.type().equals("eu.isthmus.programming.country.changed.v1") || !inbox.isNewest(event)) {
            return;
        }
        ToldCountry country = event.read(ToldCountry.class);
        List<String> names = Text.allOf(country.name());
        List<Boolean> changed = Query.of(
                        "select region <> ? or names <> cast(? as text[]) as changed from known_country where id = ?",
                        country.region(),
                        names,
                        event.key())
                .list(database, row -> row.flag("changed"));
        Query.of("""
                insert into known_country (id, code, region, names) values (?, ?, ?, ?)
                on conflict (id) do update set code = excluded.code, region = excluded.region, names = excluded.names
                """, event.key(), country.code(), country.region(), names).execute(database);
        if (changed.contains(true)) {
            changes.fire(new CodesChanged(CodesChanged.Kind.COUNTRY, List.of(country.code())));
        }
    }
}
