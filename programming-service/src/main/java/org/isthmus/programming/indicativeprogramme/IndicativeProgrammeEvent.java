package org.isthmus.programming.indicativeprogramme;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** An indicative programme took effect. Contract: {@code contracts/events/programming.indicative-programmes/}. */
record IndicativeProgrammeEvent(
        UUID indicativeProgrammeId,
        int version,
        String reference,
        String programme,
        String strategyPaper,
        Period period,
        @Nullable String decision,
        @Nullable LocalDate date)
        implements Event {

    static IndicativeProgrammeEvent of(IndicativeProgramme programme) {
        return new IndicativeProgrammeEvent(
                programme.id(),
                programme.version(),
                programme.reference(),
                programme.programmeCode(),
                programme.content().strategyPaperReference(),
                programme.content().period(),
                programme.workflow().decision(),
                programme.workflow().decidedOn());
    }

    @Override
    public Envelope envelope() {
        return new Envelope(
                "programming.indicative-programmes",
                "eu.isthmus.programming.indicative-programme.adopted.v1",
                indicativeProgrammeId);
    }
}
