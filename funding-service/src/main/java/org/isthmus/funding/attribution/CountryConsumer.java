package org.isthmus.funding.attribution;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.isthmus.kit.query.Query;

/** Learns which countries there are, and the region that each counts for. */
@ApplicationScoped
class CountryConsumer implements EventConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;

    CountryConsumer(Deliveries deliveries, Inbox inbox, DataSource database) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
    }

    record Country(String code, String region) {}

    @Override
    public String topic() {
        return "programming.countries";
    }

    @Incoming("countries")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.country.changed.v1") && inbox.isNewest(event)) {
            Country country = event.read(Country.class);
            Query.of("""
                            insert into known_country (id, code, region) values (?, ?, ?)
                            on conflict (id) do update set code = excluded.code, region = excluded.region
                            """, event.key(), country.code(), country.region()).execute(database);
        }
    }
}
