/**
 * The books: accounts, movements and their entries, double entry and append-only.
 *
 * <p>Start at {@link Ledger}. The other rooms decide what may be booked and why; this one sees to it that nothing is
 * lost, nothing is negative and nothing is changed. The database repeats each of these rules.
 */
@Room(
        owns = {"account", "entry", "movement", "movement_view"},
        reads = "known_project")
package org.isthmus.funding.ledger;

import org.isthmus.kit.Room;
