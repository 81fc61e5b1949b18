package org.isthmus.kit.events;

import static jakarta.transaction.Transactional.TxType.MANDATORY;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;

/** Events that could not be applied yet, in the order in which they came; those of one key wait for each other. */
@ApplicationScoped
class WaitingTable {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;

    WaitingTable(DataSource database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /** One that waits, since when, and its place among all. */
    record Waiting(ConsumerRecord<String, String> event, Instant since, long place) {}

    /** Keeps it; one that waits already is the same. */
    @Transactional(MANDATORY)
    void add(ConsumerRecord<String, String> event) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        Instant now = clock.instant();
        Query.of(
                        """
                        insert into waiting_event (event_id, topic, part, key, headers, payload, since, next_at)
                        values (cast(? as uuid), ?, ?, ?, cast(? as jsonb), ?, ?, ?) on conflict (event_id) do nothing
                        """,
                        headers.get(Headers.ID),
                        event.topic(),
                        event.partition(),
                        event.key(),
                        Json.write(json, headers),
                        event.value(),
                        now,
                        now.plus(PAUSE))
                .execute(database);
    }

    /** The first of each key, where it is time to try it again. */
    List<Waiting> due() {
        return Query.of("""
                        /* job */ select * from (
                            select distinct on (topic, key) place, topic, part, key, headers, payload, since, next_at
                              from waiting_event order by topic, key, place) first
                         where next_at <= ? order by place limit 200
                        """, clock.instant()).list(database, this::waiting);
    }

    /** Whether it still waits, and nobody else tries it meanwhile. */
    @Transactional(MANDATORY)
    boolean lock(Waiting waiting) {
        return Query.of("select place from waiting_event where place = ? for update skip locked", waiting.place())
                .first(database, row -> row.number("place"))
                .isPresent();
    }

    @Transactional(MANDATORY)
    void remove(Waiting waiting) {
        Query.of("delete from waiting_event where place = ?", waiting.place()).execute(database);
    }

    @Transactional(MANDATORY)
    void postpone(Waiting waiting) {
        Query.of(
                        "update waiting_event set next_at = ? where place = ?",
                        clock.instant().plus(PAUSE),
                        waiting.place())
                .execute(database);
    }

    private Waiting waiting(Row row) {
        ConsumerRecord<String, String> event =
                new ConsumerRecord<>(row.text("topic"), row.integer("part"), 0, row.text("key"), row.text("payload"));
        headers(row.text("headers")).forEach((name, value) -> event.headers().add(name, value.getBytes(UTF_8)));
        return new Waiting(event, row.instant("since"), row.number("place"));
    }

    private Map<String, String> headers(String written) {
        try {
            return json.readValue(written, new TypeReference<Map<String, String>>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
