package org.isthmus.kit.reconciliation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.events.Event;

/** A room that says what must hold of its tables, what it owns that others copy, and what it copies of others. */
public interface Reconciled {

    /** What must hold within the service. */
    default List<Check> checks() {
        return List.of();
    }

    /** What it tells others of, so that digests of it are told too; each topic once in a service. */
    default List<DigestedRows> owned() {
        return List.of();
    }

    /**
     * The events that tell of things of {@link #owned} as they stand, for who has lost what was told; none where nobody was
     * told. They are locked, so that what changes them meanwhile is told afterwards.
     *
     * @param keys the keys of their events
     */
    default List<? extends Event> tellAgain(Collection<UUID> keys) {
        return List.of();
    }

    /** The same things of other services, as they are known here. */
    default List<DigestedRows> copies() {
        return List.of();
    }

    /** The balances of a service that keeps books: a statement of kinds and amounts. */
    default Optional<String> balances() {
        return Optional.empty();
    }
}
