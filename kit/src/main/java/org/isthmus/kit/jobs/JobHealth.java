package org.isthmus.kit.jobs;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Shows in {@code /q/health} which jobs are open. It never makes a service unready. */
@Readiness
class JobHealth implements HealthCheck {

    private final OpenJobs open;

    JobHealth(OpenJobs open) {
        this.open = open;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("jobs").up();
        try {
            open.all()
                    .forEach(behind -> response.withData(
                            behind.name(),
                            "%d open since %s, %d failing".formatted(behind.jobs(), behind.since(), behind.failing())));
        } catch (RuntimeException e) {
            response.withData("unknown", String.valueOf(e.getMessage()));
        }
        return response.build();
    }
}
