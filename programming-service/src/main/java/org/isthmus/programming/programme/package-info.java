/** Programmes with their strands and measures, their chain of predecessors, their envelope figures and what sources claim of them. Start with {@code Programme}; publishes {@code programming.programmes}. */
@NullMarked
package org.isthmus.programming.programme;

import org.jspecify.annotations.NullMarked;
