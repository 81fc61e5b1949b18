package org.isthmus.programming.amendment;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The decision that finances a work programme or an action of it; one within the thresholds has only its day. */
public record FinancingDecision(
        @Nullable String reference, @Nullable LocalDate date) {}
