package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.Ids;
import org.isthmus.kit.access.SharedAnswers;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.Traces;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Refusal;

/** Stores events in the transaction that caused them; the {@link OutboxRelay} sends them on afterwards. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (id, topic, key, version, type, source, subject, dataschema, occurred_at, traceparent, payload, visible)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /** What the topics take, with room for headers; see {@link Topics}. */
    static final int LARGEST = 11 * 1024 * 1024;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Traces traces;
    private final OutboxRelay relay;
    private final SharedAnswers answers;
    private final String source;

    Outbox(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            Traces traces,
            OutboxRelay relay,
            SharedAnswers answers,
            @ConfigProperty(name = "isthmus.service") String service) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.traces = traces;
        this.relay = relay;
        this.answers = answers;
        this.source = "/isthmus/" + service;
    }

    /**
     * An event, and whether everybody may see what it tells of, before or after: only then does the position move that
     * everybody reads.
     */
    public record Told(Event event, boolean isVisible) {}

    @Transactional(MANDATORY)
    public void add(Event event) {
        addAll(List.of(new Told(event, true)));
    }

    /** One of which no reader sees anything. */
    @Transactional(MANDATORY)
    public void addUnseen(Event event) {
        addAll(List.of(new Told(event, false)));
    }

    /**
     * What everybody may see has changed by what another service told, so the position that everybody reads moves without an
     * event of ours.
     */
    @Transactional(MANDATORY)
    public void heardChange() {
        Locks.lock(database, "heard change");
        Query.of(
                        "insert into heard_change (number, heard_at) select coalesce(max(number), 0) + 1, ? from heard_change",
                        clock.instant())
                .execute(database);
        answers.forgetAfterCommit();
    }

    /** All of them in one round trip, in their order. */
    @Transactional(MANDATORY)
    public void addAll(List<Told> told) {
        String traceparent = traces.current().traceparent();
        Instant now = clock.instant();
        List<List<Object>> rows = new ArrayList<>();
        for (Told one : told) {
            Event event = one.event();
            Event.Envelope envelope = event.envelope();
            rows.add(List.of(
                    Ids.next(),
                    envelope.topic(),
                    envelope.key(),
                    event.version(),
                    envelope.type(),
                    source,
                    envelope.key().toString(),
                    "/contracts/events/%s/%s.json".formatted(envelope.topic(), envelope.type()),
                    now,
                    traceparent,
                    write(event),
                    one.isVisible()));
        }
        Query.batch(database, INSERT, rows);
        relay.wakeAfterCommit();
        if (told.stream().anyMatch(Told::isVisible)) {
            answers.forgetAfterCommit();
        }
    }

    private String write(Event event) {
        String payload = Json.write(json, event);
        if (payload.getBytes(UTF_8).length > LARGEST) {
            throw Refusal.tooLarge("event-too-large", "What others would be told of this is more than 11 MiB");
        }
        return payload;
    }
}
