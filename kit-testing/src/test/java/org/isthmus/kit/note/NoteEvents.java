package org.isthmus.kit.note;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;
import org.jspecify.annotations.Nullable;

/** Hears of notes elsewhere. */
@ApplicationScoped
class NoteEvents implements EventConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    NoteEvents(Deliveries deliveries, Inbox inbox) {
        this.deliveries = deliveries;
        this.inbox = inbox;
    }

    /**
     * @param needs a word that must have been heard before
     * @param isRefusable whether it is refused, without being given up, once all that was told before it has been heard
     */
    record Heard(String word, @Nullable String needs, boolean isRefusable) {}

    @Override
    public String topic() {
        return "notes.notes";
    }

    @Incoming("notes")
    @Blocking
    void on(ConsumerRecord<String, String> record) {
        deliveries.handle(record, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (inbox.isNewest(event)) {
            Heard told = event.read(Heard.class);
            if (told.needs() != null && !heard.contains(told.needs())) {
                if (told.isRefusable() && !event.mayStillHear("notes.others")) {
                    heard.add("refused %s%s".formatted(told.word(), event.isLastAttempt() ? " in the end" : ""));
                    return;
                }
                throw new IllegalStateException("'%s' has not been heard".formatted(told.needs()));
            }
            heard.add(told.word());
        }
    }

    List<String> heard() {
        return heard;
    }
}
