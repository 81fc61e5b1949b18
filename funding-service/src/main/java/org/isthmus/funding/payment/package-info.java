/**
 * Payments on commitments: requested, authorised and executed by three different people.
 *
 * <p>Start at {@link Payment}: it holds who may do what when. Publishes {@code funding.payments}.
 */
@Room(
        owns = {"payment", "payment_history", "payment_view"},
        reads = {"commitment", "known_project", "movement"})
package org.isthmus.funding.payment;

import org.isthmus.kit.Room;
