package org.isthmus.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/** Delivers an event to a channel of the service under test, as Kafka would. */
public record Deliver(InMemoryConnector kafka, String channel, String topic) {

    public void event(UUID eventId, String type, UUID key, int version, String payload) {
        told("2026-11-27T10:00:00Z", eventId, type, key, version, payload);
    }

    /** @param time when it was told */
    public void told(String time, UUID eventId, String type, UUID key, int version, String payload) {
        ConsumerRecord<String, String> record = new ConsumerRecord<>(topic, 0, 0, key.toString(), payload);
        record.headers().add("ce_id", eventId.toString().getBytes(UTF_8));
        record.headers().add("ce_time", time.getBytes(UTF_8));
        record.headers().add("ce_type", type.getBytes(UTF_8));
        record.headers().add("ce_aggregateversion", Integer.toString(version).getBytes(UTF_8));
        kafka.source(channel)
                .send(Message.of(payload, Metadata.of(new IncomingKafkaRecordMetadata<>(record, channel))));
    }

    public void event(String type, UUID key, int version, String payload) {
        event(UUID.randomUUID(), type, key, version, payload);
    }
}
