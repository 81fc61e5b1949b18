package org.isthmus.projects.money;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The sums of a project's own commitments, in the currency of the books.
 *
 * @param outstanding what is to be paid or given back, whether payments are known or not
 * @param committedOfPast what was never booked as it happened; nobody knows what was paid of it
 * @param paymentsUnknown what is left of that after decommitments
 */
public record ProjectMoney(
        String currency,
        BigDecimal committed,
        BigDecimal decommitted,
        BigDecimal paid,
        BigDecimal recovered,
        BigDecimal outstanding,
        BigDecimal committedOfPast,
        BigDecimal paymentsUnknown) {

    /** Which projects a sum may hold beside the project itself. */
    @Schema(description = "UMBRELLA: the contribution includes that of the parts. PROJECT: it stands for itself.")
    public enum CountingLevel {
        PROJECT,
        UMBRELLA
    }

    boolean isOfPast() {
        return committedOfPast.signum() != 0;
    }

    /** Where all of it is of the past, what was paid is not zero but unknown. */
    boolean arePaymentsKnown() {
        return !isOfPast() || committed.compareTo(committedOfPast) > 0;
    }
}
