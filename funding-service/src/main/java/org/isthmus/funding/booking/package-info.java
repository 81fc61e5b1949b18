/**
 * Decisions on money: what may be booked, and carrying it out.
 *
 * <p>Start at {@link Decision}, then {@link Booking}. Each other room has decisions of its own; here are the locking of
 * accounts, the refusals and the undoing of movements, which are the same for all of them.
 */
@Room(reads = {"account", "entry", "movement"})
package org.isthmus.funding.booking;

import org.isthmus.kit.Room;
