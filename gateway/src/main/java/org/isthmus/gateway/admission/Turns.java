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
 * Whose request goes on to a service next: as many at once as it works on, and of these three quarters are left to clients who
 * asked for no more of its time lately than others did, be it given or refused. Of whoever asked for least the next goes first,
 * and of each client the newest. What has
 * waited too long is refused, and what would have to wait longer than the service needs to finish those before it is refused at
 * once.
 */
public final class Turns {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    /** What was asked for so long ago counts half. */
    private static final double HALF_LIFE = 5.0 * SECOND;

    /** How often it is looked what everybody asked for. */
    private static final long LOOK = SECOND / 20;

    /** Nobody is held back for asking for so little. */
    private static final double LITTLE = SECOND / 20.0;

    /** As a request that is under way counts until it is answered. */
    private static final double EXPECTED = SECOND / 1_000.0;

    /** Answers that say what is usual. */
    private static final int OF_THE_LAST = 50;

    /** A request that asks for its turn: told once, by one of the two. */
    public interface Asker {

        void go(Turn turn);

        void refuse();
    }

    private record Waiting(Asker asker, long since) {}

    private static final class Client {
        private final Deque<Waiting> waiting = new ArrayDeque<>();
        private int unanswered;
        private int underWay;
        private double asked;

        private boolean isIdle() {
            return underWay == 0 && waiting.isEmpty();
        }
    }

    /** The turn of one request, until it has been answered or has broken off. */
    public final class Turn {

        private final String name;
        private final Client client;
        private final long begun = clock.getAsLong();
        private boolean isAnswered;
        private boolean isDone;

        private Turn(String name, Client client) {
            this.name = name;
            this.client = client;
        }

        /** The service has begun to answer: what follows only keeps its connection. */
        public void answered() {
            letGo(false);
        }

        /** All of the answer has been passed on, or it has broken off. */
        public void done() {
            letGo(true);
        }

        private void letGo(boolean all) {
            List<Runnable> next;
            synchronized (Turns.this) {
                if (!isAnswered) {
                    isAnswered = true;
                    client.unanswered--;
                    unanswered--;
                    long took = clock.getAsLong() - begun;
                    usual += (took - usual) / OF_THE_LAST;
                    note(client, took);
                    count();
                }
                if (all && !isDone) {
                    isDone = true;
                    client.underWay--;
                    underWay--;
                    forget(name, client);
                }
                next = next();
            }
            next.forEach(Runnable::run);
        }
    }

    private final int atOnce;
    private final int connections;
    private final int leastWaiting;
    private final int mostWaiting;
    private final long longest;
    private final LongSupplier clock;
    private final Map<String, Client> clients = new HashMap<>();
    private int unanswered;
    private int underWay;
    private int waiting;
    private long second;
    private int finished;
    private int finishedBefore;
    private long looked;
    private double asked;
    private double usual;

    /**
     * @param atOnce requests of all that the service works on at once
     * @param connections requests of all that are under way at once, with those whose answer is being passed on
     * @param mostWaiting requests that wait, however fast the service is
     * @param longest how long one may wait
     * @param clock nanoseconds
     */
    public Turns(int atOnce, int connections, int mostWaiting, Duration longest, LongSupplier clock) {
        this.atOnce = atOnce;
        this.connections = connections;
        this.leastWaiting = Math.min(atOnce, mostWaiting);
        this.mostWaiting = mostWaiting;
        this.longest = longest.toNanos();
        this.clock = clock;
        looked = clock.getAsLong();
    }

    /** Tells the asker at once, or once its turn has come or it has waited too long. */
    public void ask(String name, Asker asker) {
        Turn turn = null;
        Asker refused = null;
        synchronized (this) {
            Client client = clients.computeIfAbsent(name, first -> new Client());
            if (mayGo(client)) {
                turn = begin(name, client);
            } else {
                refused = waiting < room() ? null : pushedOutBy(name);
                if (waiting < room() || refused != null) {
                    client.waiting.addLast(new Waiting(asker, clock.getAsLong()));
                    waiting++;
                } else {
                    note(client, usual);
                    refused = asker;
                }
                forget(name, client);
            }
        }
        if (refused != null) {
            refused.refuse();
        }
        if (turn != null) {
            asker.go(turn);
        }
    }

    /** Refuses what has waited too long; to be called every few milliseconds. */
    public void tick() {
        List<Asker> late = new ArrayList<>();
        synchronized (this) {
            look();
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
                note(client, usual);
                waiting--;
            }
            forget(name, client);
        }
    }

    /** True where a request of a client has no place and can't wait either: it counts as asked for, and is to be refused. */
    public synchronized boolean turnsAway(String name) {
        Client known = clients.get(name);
        Client client = known == null ? new Client() : known;
        if (mayGo(client) || waiting < room() || whoWaitsMore(name) != null) {
            return false;
        }
        clients.put(name, client);
        note(client, usual);
        return true;
    }

    private void note(Client client, double nanos) {
        client.asked += nanos;
        asked += nanos;
    }

    public synchronized boolean isFull() {
        return !mayGo(new Client()) && waiting >= room();
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

    private boolean mayGo(Client client) {
        int most = weight(client) > share() ? Math.max(1, atOnce / 4) : atOnce;
        return unanswered < most && underWay < connections;
    }

    private static double weight(Client client) {
        return client.asked + client.unanswered * EXPECTED;
    }

    /** As much as each would have asked for if all had asked for the same, and a bit more. */
    private double share() {
        return Math.max(LITTLE, 1.05 * (asked + unanswered * EXPECTED) / Math.max(1, clients.size()));
    }

    /** What is long ago counts less, and who asked for nothing to speak of is forgotten. */
    private void look() {
        long now = clock.getAsLong();
        if (now - looked < LOOK) {
            return;
        }
        double kept = Math.pow(0.5, (now - looked) / HALF_LIFE);
        looked = now;
        clients.values().forEach(client -> client.asked *= kept);
        clients.values().removeIf(client -> client.isIdle() && client.asked < EXPECTED);
        asked = clients.values().stream().mapToDouble(client -> client.asked).sum();
    }

    private Turn begin(String name, Client client) {
        client.unanswered++;
        client.underWay++;
        unanswered++;
        underWay++;
        return new Turn(name, client);
    }

    /** Whose turn has come. */
    private List<Runnable> next() {
        List<Runnable> next = new ArrayList<>();
        for (Map.Entry<String, Client> first = first(); first != null; first = first()) {
            Client client = first.getValue();
            Asker asker = client.waiting.removeLast().asker();
            waiting--;
            Turn turn = begin(first.getKey(), client);
            next.add(() -> asker.go(turn));
        }
        return next;
    }

    private Map.@Nullable Entry<String, Client> first() {
        return waiting == 0
                ? null
                : clients.entrySet().stream()
                        .filter(client -> !client.getValue().waiting.isEmpty() && mayGo(client.getValue()))
                        .min(Comparator.<Map.Entry<String, Client>>comparingDouble(client -> weight(client.getValue()))
                                .thenComparing(client ->
                                        -client.getValue().waiting.getLast().since()))
                        .orElse(null);
    }

    /** The oldest of who has most waiting, unless that is the one who asks. */
    private @Nullable Asker pushedOutBy(String name) {
        String most = whoWaitsMore(name);
        if (most == null) {
            return null;
        }
        Client client = requireNonNull(clients.get(most));
        Asker oldest = client.waiting.removeFirst().asker();
        note(client, usual);
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
        if (client.isIdle() && client.asked < EXPECTED) {
            clients.remove(name);
        }
    }
}
