package org.isthmus.funding.ledger;

/** A room whose objects follow the books: it is told, in the same transaction, when a movement has been undone. */
public interface Follower {

    void reversed(Movement original, Movement reversal);
}
