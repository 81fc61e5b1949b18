package org.isthmus.programming.indicativeprogramme;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.programming.figures.Period;
import org.jspecify.annotations.Nullable;

/**
 * What other services learn about indicative programmes. Contract:
 * {@code contracts/events/programming.indicative-programmes/}.
 */
sealed interface IndicativeProgrammeEvent extends Event {

    UUID indicativeProgrammeId();

    @Override
    default String topic() {
        return "programming.indicative-programmes";
    }

    @Override
    default UUID key() {
        return indicativeProgrammeId();
    }

    /** An indicative programme took effect. */
    record Adopted(
            UUID indicativeProgrammeId,
            int version,
            String reference,
            String programme,
            String strategyPaper,
            Period period,
            @Nullable String decision,
            @Nullable LocalDate date)
            implements IndicativeProgrammeEvent {

        @Override
        public String type() {
            return "eu.isthmus.programming.indicative-programme.adopted.v1";
        }
    }
}
