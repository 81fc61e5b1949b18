package org.isthmus.kit.events;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows in {@code /q/health} how many events this service gave up that nobody has sent again, and the command that does.
 * The service takes requests all the same, so it stays ready; its {@code state} is DEGRADED.
 */
@Readiness
class DeadLetterHealth implements HealthCheck {

    private final DeadLetters dead;
    private final String broker;

    DeadLetterHealth(DeadLetters dead, @ConfigProperty(name = "kafka.bootstrap.servers") String broker) {
        this.dead = dead;
        this.broker = broker;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("dead-letters").up();
        dead.byTopic()
                .forEach((topic, letters) -> response.withData("state", "DEGRADED")
                        .withData(topic, letters)
                        .withData("remedy of " + topic, "deploy/dead-letters %s replay %s".formatted(broker, topic)));
        return response.build();
    }
}
