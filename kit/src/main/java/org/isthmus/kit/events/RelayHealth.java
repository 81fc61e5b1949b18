package org.isthmus.kit.events;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** A service whose events go nowhere is not alive: shows in {@code /q/health/live} whether the relay's thread lives. */
@Liveness
class RelayHealth implements HealthCheck {

    private final OutboxRelay relay;

    RelayHealth(OutboxRelay relay) {
        this.relay = relay;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("outbox-relay")
                .status(relay.isAlive())
                .withData("turned", relay.turned().toString())
                .build();
    }
}
