package org.isthmus.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Puts stored events on their topics with CloudEvents 1.0 headers (binary mode) and waits until Kafka has them all. */
@ApplicationScoped
class EventSender {

    private final MutinyEmitter<String> events;

    EventSender(@Channel("outbox") MutinyEmitter<String> events) {
        this.events = events;
    }

    void send(List<OutboxRow> rows) {
        List<Uni<Void>> sent =
                rows.stream().map(row -> events.sendMessage(message(row))).toList();
        Uni.join().all(sent).andFailFast().await().atMost(Duration.ofSeconds(20));
    }

    private static Message<String> message(OutboxRow row) {
        return Message.of(row.payload())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(row.topic())
                        .withKey(row.key().toString())
                        .withTimestamp(row.occurredAt())
                        .withHeaders(headers(row))
                        .build());
    }

    private static RecordHeaders headers(OutboxRow row) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", row.specversion());
        add(headers, Headers.ID, row.id().toString());
        add(headers, "ce_source", row.source());
        add(headers, Headers.TYPE, row.type());
        add(headers, "ce_time", row.occurredAt().toString());
        add(headers, "ce_subject", row.subject());
        add(headers, "ce_dataschema", row.dataschema());
        add(headers, "content-type", row.datacontenttype());
        add(headers, Headers.VERSION, Integer.toString(row.version()));
        add(headers, "ce_sequence", Long.toString(row.number()));
        add(headers, "traceparent", row.traceparent());
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
