package org.isthmus.projects.reference;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;

/** Learns countries and their regions. */
@ApplicationScoped
class CountryEvents {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager database;
    private final Event<CountryMoved> moved;

    CountryEvents(Deliveries deliveries, Inbox inbox, EntityManager database, Event<CountryMoved> moved) {
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
        List<?> before = database.createNativeQuery("select region from known_country where id = :id")
                .setParameter("id", event.key())
                .getResultList();
        database.createNativeQuery("""
                        insert into known_country (id, code, region) values (:id, :code, :region)
                        on conflict (id) do update set code = :code, region = :region
                        """)
                .setParameter("id", event.key())
                .setParameter("code", country.code())
                .setParameter("region", country.region())
                .executeUpdate();
        if (!before.isEmpty() && !before.contains(country.region())) {
            moved.fire(new CountryMoved(country.code()));
        }
    }
}
