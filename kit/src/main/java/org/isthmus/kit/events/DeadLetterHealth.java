package org.isthmus.kit.events;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Shows in {@code /q/health} how many events were given up since the start. It never makes a service unhealthy. */
@Liveness
class DeadLetterHealth implements HealthCheck {

    private final DeadLetters dead;

    DeadLetterHealth(DeadLetters dead) {
        this.dead = dead;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("dead-letters").up();
        dead.byTopic().forEach(response::withData);
        return response.build();
    }
}
