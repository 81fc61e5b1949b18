package org.isthmus.gateway.admission;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** The requests that wait for their turn. */
final class Line {

    private final Set<Client> clients = new LinkedHashSet<>();
    private int length;

    int length() {
        return length;
    }

    void add(Client client, Turns.Asker asker, long now) {
        client.waiting.addLast(new Client.Waiting(asker, now));
        clients.add(client);
        length++;
    }

    /** Whose demand is least, of those who may go; of equal ones who came last. */
    Optional<Client> first(Predicate<Client> mayGo, ToDoubleFunction<Client> demand) {
        return clients.stream()
                .filter(mayGo)
                .min(Comparator.comparingDouble(demand)
                        .thenComparing(client -> -client.waiting.getLast().since()));
    }

    /** Who has most waiting, and more than this one would have with another request. */
    @Nullable
    Client longerThan(int waiting) {
        return clients.stream()
                .filter(client -> client.waiting.size() > waiting + 1)
                .max(Comparator.comparingInt(client -> client.waiting.size()))
                .orElse(null);
    }

    Turns.Asker newest(Client client) {
        return taken(client, client.waiting.removeLast());
    }

    Turns.Asker oldest(Client client) {
        return taken(client, client.waiting.removeFirst());
    }

    /** Those of whom something waits since then or longer. */
    List<Client> late(long since) {
        List<Client> late = new ArrayList<>(clients);
        late.removeIf(client -> client.waiting.getFirst().since() > since);
        return late;
    }

    private Turns.Asker taken(Client client, Client.Waiting one) {
        if (client.waiting.isEmpty()) {
            clients.remove(client);
        }
        length--;
        return one.asker();
    }
}
