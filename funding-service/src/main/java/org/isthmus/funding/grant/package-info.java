/**
 * Grants that were signed: each is a commitment drawn from the allocation of its action, in time and as far as there is
 * money.
 *
 * <p>Start at {@link GrantRules}. Fed by {@code projects.projects}; what is booked, or refused, is told as a commitment.
 */
@Room
package org.isthmus.funding.grant;

import org.isthmus.kit.Room;
