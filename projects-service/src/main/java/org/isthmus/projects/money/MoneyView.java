package org.isthmus.projects.money;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.projects.relation.RelationView.ProjectLink;
import org.jspecify.annotations.Nullable;

/** The money of a project by the books. */
@Schema(name = "ProjectMoney", description = "Sums over the project's own commitments, by the books of funding.")
public record MoneyView(
        @Schema(required = true, examples = "EUR") String currency,
        @Schema(required = true) ProjectMoney.CountingLevel countingLevel,

        @Nullable @Schema(description = "The umbrella whose contribution includes this project's.")
        ProjectLink includedIn,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(required = true, implementation = String.class, examples = "15000000.00")
        BigDecimal committed,

        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(required = true, implementation = String.class, examples = "0.00")
        BigDecimal decommitted,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(implementation = String.class, examples = "0.00", description = "Paid; absent where none is known.")
        BigDecimal paid,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(implementation = String.class, examples = "0.00", description = "Paid back; absent where unknown.")
        BigDecimal recovered,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                implementation = String.class,
                examples = "15000000.00",
                description = "committed - paid - decommitted, of commitments whose payments are known.")
        BigDecimal outstanding,

        @Nullable
        @JsonFormat(shape = JsonFormat.Shape.STRING)
        @Schema(
                implementation = String.class,
                examples = "15000000.00",
                description =
                        "committed - decommitted of commitments of the past, whose payments no source tells; committed ="
                                + " paid + decommitted + outstanding + paymentsUnknown.")
        BigDecimal paymentsUnknown,

        @Schema(
                required = true,
                description = "True where some of it was entered from a source, not booked as it happened.")
        boolean historical) {

    public static MoneyView of(ProjectMoney sums, ProjectMoney.CountingLevel level, @Nullable ProjectLink includedIn) {
        return new MoneyView(
                sums.currency(),
                level,
                includedIn,
                sums.committed(),
                sums.decommitted(),
                sums.arePaymentsKnown() ? sums.paid() : null,
                sums.arePaymentsKnown() ? sums.recovered() : null,
                sums.arePaymentsKnown() ? sums.outstanding().subtract(sums.paymentsUnknown()) : null,
                sums.isOfPast() ? sums.paymentsUnknown() : null,
                sums.isOfPast());
    }
}
