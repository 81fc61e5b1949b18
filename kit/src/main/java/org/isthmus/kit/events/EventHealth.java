package org.isthmus.kit.events;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/**
 * Shows in {@code /q/health} how old the oldest event is that was not sent, and the oldest that could not be applied.
 * What is late by more than a minute makes the {@code state} DEGRADED; the service stays ready.
 */
@Readiness
class EventHealth implements HealthCheck {

    private static final Duration LATE = Duration.ofMinutes(1);

    private final EventAges ages;
    private final Duration patience;

    EventHealth(EventAges ages, @ConfigProperty(name = "isthmus.events.patience") Duration patience) {
        this.ages = ages;
        this.patience = patience;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response =
                HealthCheckResponse.named("events").up();
        try {
            show(response, "oldest not sent", ages.unsent(), LATE);
            show(response, "oldest not applied", ages.waiting(), patience.plus(LATE));
        } catch (RuntimeException e) {
            response.withData("unknown", String.valueOf(e.getMessage()));
        }
        return response.build();
    }

    private void show(HealthCheckResponseBuilder response, String what, Optional<Instant> since, Duration allowed) {
        since.ifPresent(time -> {
            Duration age = ages.age(time);
            response.withData(what, "%d s, since %s".formatted(age.toSeconds(), time));
            if (age.compareTo(allowed) > 0) {
                response.withData("state", "DEGRADED");
            }
        });
    }
}
