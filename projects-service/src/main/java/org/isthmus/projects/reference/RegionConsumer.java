package org.isthmus.projects.reference;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.stream.Stream;
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

/** Learns the register of regions: their codes, how sources write them, and which are parts of which. */
@ApplicationScoped
class RegionConsumer implements EventConsumer, Reconciled {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Event<CodesChanged> changes;

    RegionConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Event<CodesChanged> changes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.changes = changes;
    }

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
        if (!event.type().equals("eu.isthmus.programming.region.changed.v1") || !inbox.isNewest(event)) {
            return;
        }
        ToldRegion region = event.read(ToldRegion.class);
        List<String> before = Query.of(
                        "select unnest(code || also_written || titles) as writing from known_region where id = ?",
                        event.key())
                .list(database, row -> row.text("writing"));
        boolean isChanged =
                Query.of("""
                        insert into known_region as known (id, code, parent, also_written, titles) values (?, ?, ?, ?, ?)
                        on conflict (id) do update
                            set code = excluded.code, parent = excluded.parent, also_written = excluded.also_written,
                                titles = excluded.titles
                         where (known.code, known.parent, known.also_written, known.titles)
                            is distinct from (excluded.code, excluded.parent, excluded.also_written, excluded.titles)
                        """, event.key(), region.code(), region.parent(), region.alsoWritten(), region.titles())
                                .execute(database)
                        > 0;
        if (isChanged) {
            changes.fire(new CodesChanged(
                    CodesChanged.Kind.REGION,
                    Stream.concat(before.stream(), region.writings().stream())
                            .distinct()
                            .toList()));
        }
    }
}
