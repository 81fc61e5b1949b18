package org.isthmus.kit.framing;

import java.net.SocketAddress;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/**
 * What all clients of this process have open at once.
 *
 * @param addresses which of them are proxies
 * @param connections those that are open, but for those of proxies
 * @param bodies those that are read while their request is already under way
 * @param held bytes of requests that wait for their end before anybody sees them
 * @param refusals how often each is refused by the gate
 * @param gate what refuses requests that could not be answered in time
 */
record Clients(
        ClientAddress addresses,
        Quota connections,
        Quota bodies,
        AtomicLong held,
        RefusalCount refusals,
        AtomicReference<Gate> gate) {

    private static final long MOST_HELD = 32 << 20;

    static Clients of(Config config) {
        return new Clients(
                ClientAddress.of(config),
                share(config, "connections"),
                share(config, "bodies"),
                new AtomicLong(),
                new RefusalCount(System::nanoTime),
                new AtomicReference<>((client, path) -> false));
    }

    private static Quota share(Config config, String what) {
        return new Quota(
                config.getValue("isthmus.limits.%s-each".formatted(what), Integer.class),
                config.getValue("isthmus.limits.%s".formatted(what), Integer.class));
    }

    /** Who asks: the peer, or whom a proxy says that it asks for. */
    String client(@Nullable SocketAddress peer, RequestHead head) {
        String told = addresses.isProxy(peer) ? head.forwardedFor() : null;
        return told == null ? ClientAddress.of(peer) : ClientAddress.of(told);
    }

    boolean isShut(@Nullable SocketAddress peer, RequestHead head) {
        String path = head.path();
        int query = path.indexOf('?');
        return gate.get().isShut(client(peer, head), query < 0 ? path : path.substring(0, query));
    }

    /** One who is refused again and again; a proxy stands for many, and is none. */
    boolean insists(@Nullable SocketAddress peer) {
        return !addresses.isProxy(peer) && refusals.isOften(ClientAddress.of(peer));
    }

    boolean isRoom() {
        return held.get() < MOST_HELD;
    }
}
