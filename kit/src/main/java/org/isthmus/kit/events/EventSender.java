package org.isthmus.kit.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.isthmus.kit.query.Row;

/** Puts stored events on their topics with CloudEvents 1.0 headers (binary mode) and waits until Kafka has them all. */
@ApplicationScoped
class EventSender {

    private final MutinyEmitter<String> events;
    private final String service;

    EventSender(
            @Channel("outbox") MutinyEmitter<String> events, @ConfigProperty(name = "isthmus.service") String service) {
        this.events = events;
        this.service = service;
    }

    /** A stored event on its way out, with its number in the stream. */
    record Outgoing(long number, Message<String> message) {

        static Outgoing of(Row row) {
            return new Outgoing(
                    row.number("number"),
                    Message.of(row.text("payload"))
                            .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                                    .withTopic(row.text("topic"))
                                    .withKey(row.text("key"))
                                    .withTimestamp(row.instant("occurred_at"))
                                    .withHeaders(headers(row))
                                    .build()));
        }
    }

    /**
     * A transaction of the caller waits meanwhile. Mutiny would take it along to the thread that hears Kafka's answer, and
     * one that is in two threads can't be committed.
     */
    void send(List<Outgoing> rows) {
        QuarkusTransaction.suspendingExisting().run(() -> {
            List<Uni<Void>> sent =
                    rows.stream().map(row -> events.sendMessage(row.message())).toList();
            Uni.join().all(sent).andFailFast().await().atMost(Duration.ofSeconds(20));
        });
    }

    /** With the headers that it came with, and who gave it up and why: consumers of several services share the topic. */
    void sendDeadLetter(ConsumerRecord<String, String> event, String reason) {
        RecordHeaders headers = new RecordHeaders(event.headers());
        add(headers, Headers.GIVEN_UP_BY, service);
        add(headers, "dead-letter-reason", reason);
        add(headers, "dead-letter-topic", event.topic());
        add(headers, "dead-letter-partition", String.valueOf(event.partition()));
        Message<String> letter = Message.of(event.value())
                .addMetadata(OutgoingKafkaRecordMetadata.<String>builder()
                        .withTopic(event.topic() + ".dead-letter")
                        .withKey(event.key())
                        .withHeaders(headers)
                        .build());
        QuarkusTransaction.suspendingExisting()
                .run(() -> events.sendMessage(letter).await().atMost(Duration.ofSeconds(20)));
    }

    private static RecordHeaders headers(Row row) {
        RecordHeaders headers = new RecordHeaders();
        add(headers, "ce_specversion", row.text("specversion"));
        add(headers, Headers.ID, row.text("id"));
        add(headers, "ce_source", row.text("source"));
        add(headers, Headers.TYPE, row.text("type"));
        add(headers, "ce_time", row.instant("occurred_at").toString());
        add(headers, "ce_subject", row.text("subject"));
        add(headers, "ce_dataschema", row.text("dataschema"));
        add(headers, "content-type", row.text("datacontenttype"));
        add(headers, Headers.VERSION, row.text("version"));
        add(headers, Headers.NUMBER, row.text("number"));
        add(headers, "traceparent", row.text("traceparent"));
        return headers;
    }

    private static void add(RecordHeaders headers, String name, String value) {
        headers.add(name, value.getBytes(UTF_8));
    }
}
