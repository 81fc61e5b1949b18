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
class CountryEvents {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final EntityManager database;
    private final Clock clock;

    CountryEvents(Deliveries deliveries, Inbox inbox, EntityManager database, Clock clock) {
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
        place(country, now);
    }

    /** What is attributed to the country is in its region from now on. */
    private void place(Country country, Instant now) {
        database.createNativeQuery("""
                        with moved as (
                            update attributed_share set recorded_to = :now
                             where dimension = 'PLACE' and recorded_to is null and subject in (
                                   select subject from attributed_share
                                    where dimension = 'PLACE' and recorded_to is null and code = :code
                                      and region is distinct from :region)
                            returning *)
                        insert into attributed_share
                            (subject, dimension, line, share, code, reason, region, region_reason, recorded_from)
                        select subject, dimension, line, share, code, reason,
                               case when code = :code then :region else region end,
                               case when code = :code then null else region_reason end, :now
                          from moved
                        """)
                .setParameter("now", now)
                .setParameter("code", country.code())
                .setParameter("region", country.region())
                .executeUpdate();
    }
}
