package org.isthmus.funding.booking;

import org.isthmus.funding.ledger.Movement;

/** A room whose objects follow the books: it is told, in the same transaction, when a movement has been undone. */
public interface ReversalListener {

    void reversed(Movement original, Movement reversal);
}
