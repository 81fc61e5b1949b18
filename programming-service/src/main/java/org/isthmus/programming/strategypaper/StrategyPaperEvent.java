package org.isthmus.programming.strategypaper;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.programming.values.Period;
import org.jspecify.annotations.Nullable;

/** A strategy paper took effect. Contract: {@code contracts/events/programming.strategy-papers/}. */
record StrategyPaperEvent(
        UUID strategyPaperId,
        int version,
        String reference,
        String programme,
        Period period,
        @Nullable String decision,
        @Nullable LocalDate date)
        implements Event {

    static StrategyPaperEvent of(StrategyPaper paper) {
        return new StrategyPaperEvent(
                paper.id(),
                paper.version(),
                paper.reference(),
                paper.content().programmeCode(),
                paper.content().period(),
                paper.workflow().decision(),
                paper.workflow().decidedOn());
    }

    @Override
    public Envelope envelope() {
        return new Envelope(
                "programming.strategy-papers", "eu.isthmus.programming.strategy-paper.adopted.v1", strategyPaperId);
    }
}
