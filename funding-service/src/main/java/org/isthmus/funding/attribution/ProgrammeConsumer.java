package org.isthmus.funding.attribution;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.isthmus.kit.events.Deliveries;
import org.isthmus.kit.events.Delivery;
import org.isthmus.kit.events.EventConsumer;
import org.isthmus.kit.events.Inbox;

/** Learns which programmes there are, and their strands. */
@ApplicationScoped
class ProgrammeConsumer implements EventConsumer {

    private final Deliveries deliveries;
    private final Inbox inbox;
    private final KnownProgrammes programmes;

    ProgrammeConsumer(Deliveries deliveries, Inbox inbox, KnownProgrammes programmes) {
        this.deliveries = deliveries;
        this.inbox = inbox;
        this.programmes = programmes;
    }

    record Programme(String code, List<Strand> strands) {

        record Strand(String code) {}
    }

    @Override
    public String topic() {
        return KnownProgrammes.TOPIC;
    }

    @Incoming("programmes")
    @Blocking
    void on(ConsumerRecord<String, String> event) {
        deliveries.handle(event, this::apply);
    }

    @Override
    public void apply(Delivery event) {
        if (event.type().equals("eu.isthmus.programming.programme.changed.v1") && inbox.isNewest(event)) {
            Programme programme = event.read(Programme.class);
            programmes.learn(
                    event.key(),
                    programme.code(),
                    programme.strands().stream().map(Programme.Strand::code).toList());
        }
    }
}
