package org.isthmus.kit.events;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Shows in {@code /q/health} how many events were given up since the start, by topic. It never makes a service unhealthy. */
@Singleton
@Liveness
class DeadLetterHealth implements HealthCheck {

    private final Map<String, Long> dead = new ConcurrentSkipListMap<>();

    void dead(String topic) {
        dead.merge(topic, 1L, Long::sum);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("dead-letters").up();
        dead.forEach(response::withData);
        return response.build();
    }
}
