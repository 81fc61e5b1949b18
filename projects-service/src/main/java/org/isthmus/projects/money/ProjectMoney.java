package org.isthmus.projects.money;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The sums of a project's own commitments, in the currency of the books. Historical: some of it was never booked as it happened. */
public record ProjectMoney(
        String currency,
        BigDecimal committed,
        BigDecimal decommitted,
        BigDecimal paid,
        BigDecimal recovered,
        BigDecimal outstanding,
        boolean historical) {

    /** Which projects a sum may hold beside the project itself. */
    @Schema(description = "UMBRELLA: the contribution includes that of the parts. PROJECT: it stands for itself.")
    public enum CountingLevel {
        PROJECT,
        UMBRELLA
    }
}
