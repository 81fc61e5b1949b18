package org.isthmus.stack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.eventually;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** An event that nobody can read is set aside with its reason, the rest goes on, and an operator can send it again. */
@ExtendWith(Isthmus.class)
class DeadLettersSystemTest {

    private static final String TOPIC = "programming.countries";

    @Test
    void poisonIsSetAsideListedAndSentAgain() {
        UUID key = UUID.randomUUID();
        send(key, "no JSON");

        eventually(() -> listed().contains(key.toString()));
        assertThat(listed())
                .contains("eu.isthmus.programming.country.changed.v1")
                .contains("cannot read");

        ByteArrayOutputStream said = new ByteArrayOutputStream();
        assertThat(new DeadLetters(Isthmus.kafka(), new PrintStream(said, true, UTF_8)).replay(TOPIC))
                .isPositive();
        eventually(() -> listed().contains(key.toString())); // it is no better than it was
        assertThat(Api.anonymous().get("/v1/countries?code=MD").expect(200).text("/items/0/code"))
                .isEqualTo("MD");
    }

    private static String listed() {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        new DeadLetters(Isthmus.kafka(), new PrintStream(said, true, UTF_8)).list();
        return said.toString(UTF_8);
    }

    private static void send(UUID key, String payload) {
        ProducerRecord<String, String> record = new ProducerRecord<>(TOPIC, key.toString(), payload);
        record.headers()
                .add("ce_id", UUID.randomUUID().toString().getBytes(UTF_8))
                .add("ce_type", "eu.isthmus.programming.country.changed.v1".getBytes(UTF_8))
                .add("ce_aggregateversion", "1".getBytes(UTF_8));
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", Isthmus.kafka()), new StringSerializer(), new StringSerializer())) {
            producer.send(record);
        }
    }
}
