package org.isthmus.projects.reference;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Learns programmes and their strands. */
@ApplicationScoped
class ProgrammeConsumer implements EventConsumer, Reconciled {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final DataSource database;
    private final Event<CodesChanged> changes;

    ProgrammeConsumer(Deliveries deliveries, Inbox inbox, DataSource database, Event<CodesChanged> changes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.database = database;
        this.changes = changes;
    }

    @Override
    public String topic() {
        return "programming.programmes";
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of(topic(), "known_programme", """
                        select p.id as key, p.id, p.code as name, p.code,
                               (select string_agg(s.code, ',' order by s.code collate "C")
                                  from known_strand s where s.programme_id = p.id) as strands
                          from known_programme p
                        """, "code", "strands")
                .byEvent());
    }

    @Incoming("programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.programme.changed.v1") && inbox.isNewest(event)) {
            learn(event.read(ToldProgramme.class));
        }
    }

    private void learn(ToldProgramme programme) {
        UUID id = programme.programmeId();
        boolean isRenamed = Query.of("""
                        insert into known_programme as known (id, code, titles) values (?, ?, ?)
                        on conflict (id) do update set code = excluded.code, titles = excluded.titles
                         where (known.code, known.titles) is distinct from (excluded.code, excluded.titles)
                        """, id, programme.code(), Text.allOf(programme.title()))
                        .execute(database)
                > 0;
        if (isRenamed) {
            changes.fire(new CodesChanged(CodesChanged.Kind.PROGRAMME, List.of(programme.code())));
        }
        Map<String, List<String>> before = titles(id);
        Query.of("delete from known_strand where programme_id = ?", id).execute(database);
        programme
                .strands()
                .forEach(strand -> Query.of(
                                "insert into known_strand (programme_id, code, titles) values (?, ?, ?)",
                                id,
                                strand.code(),
                                strand.titles())
                        .execute(database));
        Map<String, List<String>> now = titles(id);
        before.entrySet().removeIf(strand -> strand.getValue().equals(now.get(strand.getKey())));
        if (!before.isEmpty()) {
            changes.fire(new CodesChanged(CodesChanged.Kind.STRAND, List.copyOf(before.keySet())));
        }
    }

    private Map<String, List<String>> titles(UUID programme) {
        return Query.of("select code, titles from known_strand where programme_id = ?", programme)
                .list(database, row -> Map.entry(row.text("code"), row.texts("titles")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
