package org.isthmus.programming.strategypaper;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.programming.figures.Period;
import org.jspecify.annotations.Nullable;

/** What other services learn about strategy papers. Contract: {@code contracts/events/programming.strategy-papers/}. */
sealed interface StrategyPaperEvent extends Event {

    UUID strategyPaperId();

    @Override
    default String topic() {
        return "programming.strategy-papers";
    }

    @Override
    default UUID key() {
        return strategyPaperId();
    }

    /** A strategy paper took effect. */
    record Adopted(
            UUID strategyPaperId,
            int version,
            String reference,
            String programme,
            Period period,
            @Nullable String decision,
            @Nullable LocalDate date)
            implements StrategyPaperEvent {

        @Override
        public String type() {
            return "eu.isthmus.programming.strategy-paper.adopted.v1";
        }
    }
}
