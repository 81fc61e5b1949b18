package org.isthmus.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    record Large(UUID key, int version, String text) implements Event {

        @Override
        public String topic() {
            return "notes.notes";
        }

        @Override
        public String type() {
            return "eu.isthmus.notes.note.written.v1";
        }
    }

    @Test
    void anEventThatNoTopicTakesIsRefusedWithItsCause() {
        Large event = new Large(UUID.randomUUID(), 1, "x".repeat(Outbox.LARGEST));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(event)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("event-too-large"));
    }
}
