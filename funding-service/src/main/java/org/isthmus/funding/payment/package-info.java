/**
 * Payments on commitments: requested, authorised and executed by three different people.
 *
 * <p>Start at {@link Payment}: it holds who may do what when. Publishes {@code funding.payments}.
 */
@NullMarked
package org.isthmus.funding.payment;

import org.jspecify.annotations.NullMarked;
