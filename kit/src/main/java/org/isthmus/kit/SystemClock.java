package org.isthmus.kit;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The clock that all code asks for the time; tests may bring their own. Its day is one of the installation's zone (R1). */
final class SystemClock {

    @Produces
    @DefaultBean
    @Singleton
    Clock clock(@ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        return Clock.system(zone);
    }
}
