package org.isthmus.gateway.proxy;

import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.isthmus.gateway.settings.Settings;
import org.jspecify.annotations.Nullable;

/** Who answers for a path: the service that owns its longest beginning, counted in whole segments. */
@ApplicationScoped
public class Routes {

    private static final long TICK_MILLIS = 10;

    private final Map<String, Upstream> owners = new HashMap<>();

    Routes(Settings settings, Vertx vertx) {
        settings.services().forEach((name, service) -> {
            Upstream upstream = new Upstream(name, service.url(), settings.limits(), vertx);
            vertx.setPeriodic(TICK_MILLIS, tick -> upstream.tick());
            for (String path : service.paths()) {
                Upstream other = owners.put(path, upstream);
                if (other != null) {
                    throw new IllegalStateException("%s and %s both own %s".formatted(other.name(), name, path));
                }
            }
        });
    }

    /** Whether a request of a client to read what is there would neither go on nor wait. */
    public boolean turnsAway(String client, String path) {
        Upstream owner = owner(path);
        return owner != null && owner.turnsAway(client);
    }

    /** All services, each once. */
    public Set<Upstream> all() {
        return Set.copyOf(owners.values());
    }

    @Nullable
    public Upstream owner(String path) {
        String beginning = path;
        while (!beginning.isEmpty()) {
            Upstream owner = owners.get(beginning);
            if (owner != null) {
                return owner;
            }
            beginning = beginning.substring(0, beginning.lastIndexOf('/'));
        }
        return null;
    }
}
