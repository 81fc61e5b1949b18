package org.isthmus.kit.note;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.Inbox;

/** Hears of notes elsewhere. */
@ApplicationScoped
class NoteEvents {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    NoteEvents(Deliveries deliveries, Inbox inbox) {
        this.deliveries = deliveries;
        this.inbox = inbox;
    }

    record Heard(String word) {}

    @Incoming("notes")
    @Blocking
    void on(ConsumerRecord<String, String> record) {
        deliveries.handle(record, this::apply);
    }

    private void apply(Delivery event) {
        if (inbox.isNewest(event)) {
            heard.add(event.read(Heard.class).word());
        }
    }

    List<String> heard() {
        return heard;
    }
}
