/** Programmes with their strands and measures, their chain of predecessors, their envelope figures and what sources claim of them. Start with {@code Programme}; publishes {@code programming.programmes}. */
@Room(owns = {"programme", "programme_history", "programme_view", "strand_history", "strand_view"})
package org.isthmus.programming.programme;

import org.isthmus.kit.Room;
