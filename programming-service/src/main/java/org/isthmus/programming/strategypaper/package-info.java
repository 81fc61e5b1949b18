/** Strategy papers: what a programme is for in a period, and the recommendations that it answers. Start with {@code StrategyPaper}; publishes {@code programming.strategy-papers}. */
@Room(
        owns = {"strategy_paper", "strategy_paper_history", "strategy_paper_view"},
        reads = "programme")
package org.isthmus.programming.strategypaper;

import org.isthmus.kit.Room;
