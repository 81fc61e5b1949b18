package org.isthmus.funding.attribution;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;

/** Learns in which region each country is. */
@ApplicationScoped
class CountryConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager database;
    private final Clock clock;

    CountryConsumer(Deliveries deliveries, Inbox inbox, EntityManager database, Clock clock) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.clock = clock;
    }

    record Country(String code, String region) {}

    @Incoming("countries")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    private void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.country.changed.v1") && inbox.isNewest(event)) {
            learn(event.read(Country.class));
        }
    }

    private void learn(Country country) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        database.createNativeQuery("""
                        update country_region set recorded_to = :now
                         where code = :code and region <> :region and recorded_to is null
                        """)
                .setParameter("now", now)
                .setParameter("code", country.code())
                .setParameter("region", country.region())
                .executeUpdate();
        database.createNativeQuery("""
                        insert into country_region (code, region, recorded_from) select :code, :region, :now
                         where not exists (select from country_region where code = :code and recorded_to is null)
                        """)
                .setParameter("now", now)
                .setParameter("code", country.code())
                .setParameter("region", country.region())
                .executeUpdate();
    }
}
