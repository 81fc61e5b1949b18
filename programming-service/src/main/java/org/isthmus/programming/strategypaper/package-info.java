/** Strategy papers: what a programme is for in a period, and the recommendations that it answers. Start with {@code StrategyPaper}; publishes {@code programming.strategy-papers}. */
@NullMarked
package org.isthmus.programming.strategypaper;

import org.jspecify.annotations.NullMarked;
