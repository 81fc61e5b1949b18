/**
 * How a room keeps its things and answers for them: loads, locks, checks versions, acts, saves, shows and tells, once for
 * all rooms. Start at {@link Aggregates}.
 */
package org.isthmus.kit.store;
