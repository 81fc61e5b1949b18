package org.isthmus.projects.reference;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;

/** Learns countries and their regions. */
@ApplicationScoped
class CountryConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Event<CountryMoved> moved;

    CountryConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Event<CountryMoved> moved) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.moved = moved;
    }

    record Country(String code, String region) {

        Country {
            Objects.requireNonNull(code);
            Objects.requireNonNull(region);
        }
    }

    @Incoming("countries")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    private void apply(Delivery event) {
        if (!event.type().equals("eu.isthmus.programming.country.changed.v1") || !inbox.isNewest(event)) {
            return;
        }
        Country country = event.read(Country.class);
        List<String> before = Query.of("select region from known_country where id = ?", event.key())
                .list(database, row -> row.text("region"));
        Query.of("""
                insert into known_country (id, code, region) values (?, ?, ?)
                on conflict (id) do update set code = excluded.code, region = excluded.region
                """, event.key(), country.code(), country.region()).execute(database);
        if (!before.isEmpty() && !before.contains(country.region())) {
            moved.fire(new CountryMoved(country.code()));
        }
    }
}
