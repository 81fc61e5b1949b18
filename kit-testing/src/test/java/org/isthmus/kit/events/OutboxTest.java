package org.isthmus.kit.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.kit.note.NoteEvent;
import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutboxTest {

    @Inject
    Outbox outbox;

    @Test
    void anEventThatNoTopicTakesIsRefusedWithItsCause() {
        NoteEvent event = new NoteEvent(UUID.randomUUID(), 1, "x".repeat(Outbox.LARGEST));

        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> outbox.add(event)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo("event-too-large"));
    }
}
