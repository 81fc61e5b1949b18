/**
 * Who stands in for an officer of the money: dated, for one role, up to an amount in one act.
 *
 * <p>Start at {@link Delegation}. Publishes nothing.
 */
@Room(owns = {"delegation", "delegation_history", "delegation_view"})
package org.isthmus.funding.delegation;

import org.isthmus.kit.Room;
