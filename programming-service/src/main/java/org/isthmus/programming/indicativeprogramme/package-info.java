/** Indicative programmes: the envelope of a period and its priorities. Start with {@code IndicativeProgramme}; publishes {@code programming.indicative-programmes}. */
@Room(
        owns = {"indicative_programme", "indicative_programme_history", "indicative_programme_view"},
        reads = {"programme", "strategy_paper"})
package org.isthmus.programming.indicativeprogramme;

import org.isthmus.kit.Room;
