package org.isthmus.gateway.admission;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** How much of a service's time each client asks for, and all together. */
final class Demand {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** What was asked for so long ago counts half. */
    private static final double HALF_LIFE = 5.0 * SECOND;

    private static final long LOOK = SECOND / 20;

    /** Nobody is held back for asking for so little. */
    private static final double LITTLE = SECOND / 20.0;

    /** Clients whose demand differs by less ask for the same. */
    private static final double MORE = 1.05;

    private final LongSupplier clock;
    private final Map<String, Client> clients = new HashMap<>();
    private double all;
    private long looked;

    Demand(LongSupplier clock) {
        this.clock = clock;
        looked = clock.getAsLong();
    }

    Client of(String name) {
        return clients.computeIfAbsent(name, Client::new);
    }

    @Nullable
    Client known(String name) {
        return clients.get(name);
    }

    void add(Client client, double nanos) {
        client.asked += nanos;
        all += nanos;
    }

    double of(Client client) {
        return client.demand(clock.getAsLong());
    }

    boolean isMoreThanOthers(Client client) {
        return of(client) > Math.max(LITTLE, MORE * all / Math.max(1, clients.size()));
    }

    void forgetIfGone(Client client) {
        if (client.isGone()) {
            clients.remove(client.name);
        }
    }

    /** What is long ago counts less. */
    void age() {
        long now = clock.getAsLong();
        if (now - looked < LOOK) {
            return;
        }
        double kept = Math.pow(0.5, (now - looked) / HALF_LIFE);
        looked = now;
        clients.values().forEach(client -> client.asked *= kept);
        clients.values().removeIf(Client::isGone);
        all = clients.values().stream().mapToDouble(this::of).sum();
    }
}
