package org.isthmus.kit.events;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.BackgroundWork;
import org.jspecify.annotations.Nullable;

/**
 * The events that this service gave up and that nobody has sent again, by topic: counted from the dead-letter topics
 * themselves, whenever and by whichever replica they were given up.
 */
@ApplicationScoped
class DeadLetters {

    private final Channels channels;
    private final MeterRegistry metrics;
    private final String service;
    private final BackgroundWork work = new BackgroundWork("dead-letters", this::look);
    private @Nullable DeadLetterReader reader;
    private volatile Map<String, Long> byTopic = Map.of();

    DeadLetters(Channels channels, MeterRegistry metrics, @ConfigProperty(name = "isthmus.service") String service) {
        this.channels = channels;
        this.metrics = metrics;
        this.service = service;
    }

    void start(@Observes StartupEvent event) {
        for (String topic : channels.topics()) {
            metrics.gauge(
                    "isthmus.events.dead",
                    List.of(Tag.of("topic", topic)),
                    this,
                    dead -> dead.byTopic.getOrDefault(topic, 0L));
        }
        if (channels.isOnKafka()) {
            work.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        work.stop(Duration.ZERO);
    }

    /** One more was given up. */
    void count(String topic) {
        metrics.counter("isthmus.events.given.up", "topic", topic).increment();
    }

    /** Those topics alone of which some wait. */
    Map<String, Long> byTopic() {
        return byTopic;
    }

    private boolean look() {
        DeadLetterReader letters = reader;
        if (letters == null) {
            letters = new DeadLetterReader(channels, service);
            reader = letters;
        }
        byTopic = new TreeMap<>(letters.look());
        return false;
    }
}
