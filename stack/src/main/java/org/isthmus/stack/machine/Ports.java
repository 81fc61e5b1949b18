package org.isthmus.stack.machine;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/** The ports in a row that the system listens on, all on loopback. */
public record Ports(int first) {

    public static final int COUNT = 8;

    public int gateway() {
        return first;
    }

    public int programming() {
        return first + 1;
    }

    public int funding() {
        return first + 2;
    }

    public int projects() {
        return first + 3;
    }

    public int tokenIssuer() {
        return first + 4;
    }

    public int kafka() {
        return first + 5;
    }

    public int postgres() {
        return first + 6;
    }

    public int kafkaController() {
        return first + 7;
    }

    /** Refuses with a sentence that names the first port somebody else listens on. */
    public void refuseIfBusy() {
        Map<String, Integer> wanted = new LinkedHashMap<>();
        wanted.put("the gateway", gateway());
        wanted.put("the programming service", programming());
        wanted.put("the funding service", funding());
        wanted.put("the projects service", projects());
        wanted.put("the token issuer", tokenIssuer());
        wanted.put("Kafka", kafka());
        wanted.put("PostgreSQL", postgres());
        wanted.put("Kafka's controller", kafkaController());
        wanted.forEach((who, port) -> {
            if (isBusy(port)) {
                throw new CannotStart(
                        "Port %d, which is for %s, is in use: choose another row of %d ports with --port N (the first is now %d)."
                                .formatted(port, who, COUNT, first));
            }
        });
    }

    /** A row that nobody listens on now, away from the usual ports and from those the system gives to outgoing connections. */
    public static Ports free() {
        RandomGenerator random = RandomGenerator.getDefault();
        for (int attempt = 0; attempt < 100; attempt++) {
            Ports ports = new Ports(random.nextInt(1_200, 4_000) * COUNT);
            if (ports.areFree()) {
                return ports;
            }
        }
        throw new CannotStart("No %d free ports in a row were found.".formatted(COUNT));
    }

    private boolean areFree() {
        for (int port = first; port < first + COUNT; port++) {
            if (isBusy(port)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isBusy(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return false;
        } catch (IOException taken) {
            return true;
        }
    }
}
