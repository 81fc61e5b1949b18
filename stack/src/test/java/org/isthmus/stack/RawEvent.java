package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** An event that no service told, put on a topic by hand. */
record RawEvent(
        String topic,
        @Nullable String key,
        UUID id,
        String type,
        int version,
        Instant time,
        @Nullable String payload) {

    static RawEvent of(String topic, @Nullable String key, String type, @Nullable String payload) {
        return new RawEvent(topic, key, UUID.randomUUID(), type, 1, Instant.now(), payload);
    }

    RawEvent at(Instant told) {
        return new RawEvent(topic, key, id, type, version, told, payload);
    }

    void send() {
        ProducerRecord<String, String> record = new ProducerRecord<>(topic, key, payload);
        record.headers()
                .add("ce_id", id.toString().getBytes(UTF_8))
                .add("ce_type", type.getBytes(UTF_8))
                .add("ce_time", time.toString().getBytes(UTF_8))
                .add("ce_aggregateversion", Integer.toString(version).getBytes(UTF_8));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Isthmus.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }
}
