package org.isthmus.gateway.admission;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Whose request goes on to a service next: as many at once as it works on, and of these three quarters are left to clients who
 * asked for no more of its time lately than others did, be it given or refused. Of whoever asked for least the next goes first,
 * and of each client the newest. What has waited too long is refused, and what would have to wait longer than the service needs
 * to finish those before it is refused at once.
 */
public final class Turns {

    /** A request that asks for its turn: told once, by one of the two. */
    public interface Asker {

        void go(Turn turn);

        void refuse();
    }

    /** The turn of one request, until it has been answered or has broken off. */
    public final class Turn {

        private final Client client;
        private final long begun = clock.getAsLong();
        private boolean isAnswered;
        private boolean isDone;

        private Turn(Client client) {
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
                    client.answered(begun);
                    unanswered--;
                    long took = clock.getAsLong() - begun;
                    pace.note(took);
                    demand.add(client, took);
                }
                if (all && !isDone) {
                    isDone = true;
                    client.underWay--;
                    underWay--;
                    demand.forgetIfGone(client);
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
    private final Demand demand;
    private final Line line = new Line();
    private final Pace pace;
    private int unanswered;
    private int underWay;

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
        demand = new Demand(clock);
        pace = new Pace(clock);
    }

    /** Tells the asker at once, or once its turn has come or it has waited too long. */
    public void ask(String name, Asker asker) {
        Turn turn = null;
        Asker refused = null;
        synchronized (this) {
            Client client = demand.of(name);
            if (mayGo(client)) {
                turn = begin(client);
            } else {
                Client longer = isRoom() ? null : line.longerThan(client.waiting.size());
                if (longer != null) {
                    refused = line.oldest(longer);
                    refuse(longer);
                }
                if (longer != null || isRoom()) {
                    line.add(client, asker, clock.getAsLong());
                } else {
                    refused = asker;
                    refuse(client);
                }
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
            demand.age();
            long since = clock.getAsLong() - longest;
            for (Client client : line.late(since)) {
                while (!client.waiting.isEmpty() && client.waiting.getFirst().since() <= since) {
                    late.add(line.oldest(client));
                    refuse(client);
                }
            }
        }
        late.forEach(Asker::refuse);
    }

    /** True where a request of a client has no place and can't wait either: it counts as asked for, and is to be refused. */
    public synchronized boolean turnsAway(String name) {
        Client known = demand.known(name);
        Client client = known == null ? new Client(name) : known;
        if (mayGo(client) || isRoom() || line.longerThan(client.waiting.size()) != null) {
            return false;
        }
        refuse(demand.of(name));
        return true;
    }

    public synchronized boolean isFull() {
        return !mayGo(new Client("")) && !isRoom();
    }

    public synchronized int underWay() {
        return underWay;
    }

    public synchronized int waiting() {
        return line.length();
    }

    private void refuse(Client client) {
        demand.add(client, pace.usual());
        demand.forgetIfGone(client);
    }

    /** For as many as are finished in a tenth of the time that one may wait: the newest go first, and the others wait in vain. */
    private boolean isRoom() {
        return line.length() < Math.clamp(pace.within(longest) / 10, leastWaiting, mostWaiting);
    }

    private boolean mayGo(Client client) {
        int most = demand.isMoreThanOthers(client) ? Math.max(1, atOnce / 4) : atOnce;
        return unanswered < most && underWay < connections;
    }

    private Turn begin(Client client) {
        Turn turn = new Turn(client);
        client.begin(turn.begun);
        unanswered++;
        underWay++;
        return turn;
    }

    /** Whose turn has come. */
    private List<Runnable> next() {
        List<Runnable> next = new ArrayList<>();
        for (Optional<Client> first = first(); first.isPresent(); first = first()) {
            Client client = first.get();
            Asker asker = line.newest(client);
            Turn turn = begin(client);
            next.add(() -> asker.go(turn));
        }
        return next;
    }

    private Optional<Client> first() {
        return line.first(this::mayGo, demand::of);
    }
}
