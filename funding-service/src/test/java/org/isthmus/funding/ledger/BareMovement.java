package org.isthmus.funding.ledger;

import java.util.UUID;
import org.isthmus.kit.events.Event;

/** Tells a movement that a test books past all rooms, as a room would: reconciliation looks for an event of each. */
record BareMovement(UUID movementId, int version) implements Event {

    static BareMovement of(Movement movement) {
        return new BareMovement(movement.id(), 1);
    }

    @Override
    public Envelope envelope() {
        return new Envelope("funding.test", "eu.isthmus.funding.test.booked.v1", movementId);
    }
}
