package org.isthmus.kit.events;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;

/** How many events were given up since the start, by topic. */
@Singleton
class DeadLetters {

    private final Map<String, Long> byTopic = new ConcurrentSkipListMap<>();
    private final MeterRegistry metrics;

    DeadLetters(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void add(String topic) {
        byTopic.merge(topic, 1L, Long::sum);
        metrics.counter("isthmus.events.dead", "topic", topic).increment();
    }

    Map<String, Long> byTopic() {
        return byTopic;
    }
}
