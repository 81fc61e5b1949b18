package org.isthmus.kit.framing;

import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.Config;

/**
 * What all clients of this process have open at once.
 *
 * @param addresses which of them are proxies
 * @param connections those that are open, but for those of proxies
 * @param bodies those that are read while their request is already under way
 * @param held bytes of requests that wait for their end before anybody sees them
 */
record Clients(ClientAddress addresses, Share connections, Share bodies, AtomicLong held) {

    private static final long MOST_HELD = 32 << 20;

    static Clients of(Config config) {
        return new Clients(
                ClientAddress.of(config), share(config, "connections"), share(config, "bodies"), new AtomicLong());
    }

    private static Share share(Config config, String what) {
        return new Share(
                config.getValue("isthmus.limits.%s-each".formatted(what), Integer.class),
                config.getValue("isthmus.limits.%s".formatted(what), Integer.class));
    }

    boolean isRoom() {
        return held.get() < MOST_HELD;
    }
}
