package org.isthmus.gateway.admission;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Whose request goes on to a service next: as many at once as it has places, those of the client who has the fewest first, and
 * of each client the newest. What has waited too long is refused, and what would have to wait longer than the service needs to
 * finish those before it is refused at once.
 */
public final class Turns {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** A request that asks for its turn: told once, by one of the two. */
    public interface Asker {

        void go();

        void refuse();
    }

    private record Waiting(Asker asker, long since) {}

    private static final class Client {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int underWay;
    }

    private final int places;
    private final int leastWaiting;
    private final int mostWaiting;
    private final long longest;
    private final LongSupplier clock;
    private final Map<String, Client> clients = new HashMap<>();
    private int underWay;
    private int waiting;
    private long second;
    private int finished;
    private int finishedBefore;

    /**
     * @param places requests of all that are under way at once
     * @param mostWaiting requests that wait, however fast the service is
     * @param longest how long one may wait
     * @param clock nanoseconds
     */
    public Turns(int places, int mostWaiting, Duration longest, LongSupplier clock) {
        this.places = places;
        this.leastWaiting = Math.min(places, mostWaiting);
        this.mostWaiting = mostWaiting;
        this.longest = longest.toNanos();
        this.clock = clock;
    }

    /** Tells the asker at once, or once its turn has come or it has waited too long. */
    public void ask(String name, Asker asker) {
        boolean goes;
        Asker refused = null;
        synchronized (this) {
            goes = underWay < places;
            if (goes) {
                begin(clients.computeIfAbsent(name, first -> new Client()));
            } else {
                refused = waiting < room() ? null : pushedOutBy(name, asker);
                if (!asker.equals(refused)) {
                    clients.computeIfAbsent(name, first -> new Client())
                            .waiting
                            .addLast(new Waiting(asker, clock.getAsLong()));
                    waiting++;
                }
            }
        }
        if (refused != null) {
            refused.refuse();
        }
        if (goes) {
            asker.go();
        }
    }

    /** A request of a client has been answered, or has broken off. */
    public void done(String name) {
        Asker next;
        synchronized (this) {
            count();
            Client client = clients.get(name);
            if (client != null) {
                client.underWay--;
                forget(name, client);
            }
            underWay--;
            next = next();
        }
        if (next != null) {
            next.go();
        }
    }

    /** Refuses what has waited too long; to be called every few milliseconds. */
    public void tick() {
        List<Asker> late = new ArrayList<>();
        synchronized (this) {
            if (waiting > 0) {
                long since = clock.getAsLong() - longest;
                for (String name : List.copyOf(clients.keySet())) {
                    takeLate(name, since, late);
                }
            }
        }
        late.forEach(Asker::refuse);
    }

    private void takeLate(String name, long since, List<Asker> late) {
        Client client = clients.get(name);
        if (client != null) {
            while (!client.waiting.isEmpty() && client.waiting.peekFirst().since() <= since) {
                late.add(client.waiting.removeFirst().asker());
                waiting--;
            }
            forget(name, client);
        }
    }

    /** Whether another request of a client would have no place and not wait either. */
    public synchronized boolean isFullFor(String name) {
        return isFull() && whoWaitsMore(name) == null;
    }

    public synchronized boolean isFull() {
        return underWay >= places && waiting >= room();
    }

    public synchronized int underWay() {
        return underWay;
    }

    public synchronized int waiting() {
        return waiting;
    }

    /** How many may wait: what is finished in a tenth of the time that one may, as the newest go first and the others wait in vain. */
    private int room() {
        roll();
        long inTime = Math.max(finished, finishedBefore) * longest / SECOND / 10;
        return Math.clamp(inTime, leastWaiting, mostWaiting);
    }

    private void count() {
        roll();
        finished++;
    }

    private void roll() {
        long now = clock.getAsLong() / SECOND;
        if (now != second) {
            finishedBefore = now == second + 1 ? finished : 0;
            finished = 0;
            second = now;
        }
    }

    private void begin(Client client) {
        client.underWay++;
        underWay++;
    }

    private @Nullable Asker next() {
        Map.Entry<String, Client> first = clients.entrySet().stream()
                .filter(client -> !client.getValue().waiting.isEmpty())
                .min(Comparator.<Map.Entry<String, Client>>comparingInt(client -> client.getValue().underWay)
                        .thenComparing(
                                client -> -client.getValue().waiting.getLast().since()))
                .orElse(null);
        if (first == null || underWay >= places) {
            return null;
        }
        waiting--;
        begin(first.getValue());
        return first.getValue().waiting.removeLast().asker();
    }

    /** The oldest of who has most waiting, or the one who asks where that is himself. */
    private Asker pushedOutBy(String name, Asker asker) {
        String most = whoWaitsMore(name);
        if (most == null) {
            return asker;
        }
        Client client = requireNonNull(clients.get(most));
        Asker oldest = client.waiting.removeFirst().asker();
        waiting--;
        forget(most, client);
        return oldest;
    }

    /** Who has most waiting, and more than this client would have with another one. */
    private @Nullable String whoWaitsMore(String name) {
        Client own = clients.get(name);
        int more = own == null ? 1 : own.waiting.size() + 1;
        return clients.entrySet().stream()
                .filter(client -> client.getValue().waiting.size() > more)
                .max(Comparator.comparingInt(client -> client.getValue().waiting.size()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }

    private void forget(String name, Client client) {
        if (client.underWay == 0 && client.waiting.isEmpty()) {
            clients.remove(name);
        }
    }
}
