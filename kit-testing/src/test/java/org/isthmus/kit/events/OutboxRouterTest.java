package org.isthmus.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.isthmus.kit.note.NoteEvent;
import org.isthmus.kit.query.Query;
import org.junit.jupiter.api.Test;

/** The outbox read as Debezium's event router reads it, by the configuration that is shipped, gives what the relay sends. */
@QuarkusTest
class OutboxRouterTest {

    private static final String ROUTER = "transforms.outbox.";

    @Inject
    Outbox outbox;

    @Inject
    AgroalDataSource database;

    @Inject
    @Any
    InMemoryConnector kafka;

    private record Routed(String topic, String key, String value, Map<String, String> headers) {}

    @Test
    void aRouterMakesTheSameRecordsAsTheRelay() throws IOException {
        UUID key = UUID.randomUUID();
        QuarkusTransaction.requiringNew().run(() -> outbox.add(new NoteEvent(key, 7, "Chișinău")));
        await().until(() -> sent(key).isPresent());

        Routed sent = sent(key).orElseThrow();
        Routed routed = routed(key);

        assertThat(Long.parseLong(String.valueOf(sent.headers().remove("ce_sequence"))))
                .isPositive();
        assertThat(Instant.parse(routed.headers().get("ce_time")))
                .isEqualTo(Instant.parse(sent.headers().get("ce_time")));
        routed.headers().put("ce_time", sent.headers().get("ce_time"));
        assertThat(routed).isEqualTo(sent);
    }

    @Test
    void rowsAreOnlyEverAdded() {
        for (String sql : new String[] {
            "update outbox set payload = ''",
            "delete from outbox",
            "truncate outbox",
            "update outbox_number set number = 0"
        }) {
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> Query.of(sql).execute(database)))
                    .hasMessageContaining("permission denied");
        }
    }

    private Optional<Routed> sent(UUID key) {
        return kafka.<String>sink("outbox").received().stream()
                .filter(message -> metadata(message).getKey().equals(key.toString()))
                .map(OutboxRouterTest::record)
                .findFirst();
    }

    private static Routed record(Message<String> message) {
        Map<String, String> headers = new HashMap<>();
        metadata(message).getHeaders().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return new Routed(
                metadata(message).getTopic(),
                String.valueOf(metadata(message).getKey()),
                message.getPayload(),
                headers);
    }

    private static OutgoingKafkaRecordMetadata<?> metadata(Message<String> message) {
        return message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
    }

    /** Topic, key and value from the columns that the configuration names, and a header for each column placed there. */
    private Routed routed(UUID key) throws IOException {
        Properties router = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("../deploy/debezium/outbox.properties"))) {
            router.load(file);
        }
        Map<String, String> headers = new HashMap<>();
        for (String placement :
                router.getProperty(ROUTER + "table.fields.additional.placement").split(",")) {
            String[] parts = placement.split(":");
            assertThat(parts[1]).isEqualTo("header");
            headers.put(parts[2], column(parts[0], key));
        }
        assertThat(router.getProperty(ROUTER + "route.topic.replacement")).isEqualTo("${routedByValue}");
        return new Routed(
                column(router.getProperty(ROUTER + "route.by.field"), key),
                column(router.getProperty(ROUTER + "table.field.event.key"), key),
                column(router.getProperty(ROUTER + "table.field.event.payload"), key),
                headers);
    }

    private String column(String name, UUID key) {
        return Query.of(
                        "select case when pg_typeof(%1$s) = 'timestamptz'::regtype then to_json(%1$s) #>> '{}' else %1$s::text end as value from outbox where key = ?"
                                .formatted(name),
                        key)
                .only(database, row -> row.text("value"));
    }
}
