package org.isthmus.kit.http;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.isthmus.kit.framing.Framing;

/**
 * Shows in {@code /q/health} how many connections and how many unfinished bodies clients have open here. Where there is room
 * for no more, the {@code state} is DEGRADED.
 */
@Readiness
class ClientHealth implements HealthCheck {

    @Override
    public HealthCheckResponse call() {
        Framing.Open open = Framing.open();
        HealthCheckResponseBuilder response = HealthCheckResponse.named("clients")
                .up()
                .withData("connections", open.connections())
                .withData("bodies", open.bodies());
        return open.isFull() ? response.withData("state", "DEGRADED").build() : response.build();
    }
}
