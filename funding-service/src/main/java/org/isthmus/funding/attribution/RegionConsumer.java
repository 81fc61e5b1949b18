package org.isthmus.funding.attribution;

import io.smallrye.reactive.messaging.annotations.Blocking;
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
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** Learns which regions there are, how they are written and which are parts of which. */
@ApplicationScoped
class RegionConsumer implements EventConsumer, Reconciled {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;

    RegionConsumer(Deliveries deliveries, Inbox inbox, DataSource database) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
    }

    record Region(
            String code,
            @Nullable Text title,
            @Nullable String parent,
            @Nullable List<String> alsoWritten) {}

    @Override
    public String topic() {
        return "programming.regions";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(
                        topic(),
                        "known_region",
                        "select id as key, id, code as name, code, parent from known_region",
                        "code",
                        "parent")
                .byEvent());
    }

    @Incoming("regions")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.region.changed.v1") && inbox.isNewest(event)) {
            Region region = event.read(Region.class);
            Query.of(
                            """
                            insert into known_region (id, code, parent, also_written, titles) values (?, ?, ?, ?, ?)
                            on conflict (id) do update
                                set code = excluded.code, parent = excluded.parent, also_written = excluded.also_written,
                                    titles = excluded.titles
                            """,
                            event.key(),
                            region.code(),
                            region.parent(),
                            Given.list(region.alsoWritten()),
                            Text.allOf(region.title()))
                    .execute(database);
        }
    }
}
