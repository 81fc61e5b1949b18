package org.isthmus.programming.workflow;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.HasCome;
import org.jspecify.annotations.Nullable;

/** What callers send to move a document on its way. */
public final class Requests {

    private Requests() {}

    /** The committee's opinion, as its record says. */
    @Schema(name = "OpinionRecord", description = "The committee's opinion, as its record says.")
    public record Heard(
            @NotNull Opinion opinion,

            @NotNull @HasCome(groups = HasCome.Meaning.class)
            LocalDate date) {

        /** The step of a document on which the opinion is recorded today. */
        public UnaryOperator<Workflow> on(LocalDate today) {
            return workflow -> workflow.hear(opinion, date, today);
        }
    }

    /** The decision that adopts a strategy paper or an indicative programme. */
    @Schema(name = "AdoptionDecision", description = "The decision that adopts the document.")
    public record Decided(
            @NotBlank @Size(max = 200) @Schema(examples = "C(2007) 2540")
            String decision,

            @NotNull @HasCome(groups = HasCome.Meaning.class)
            LocalDate date) {}

    /** Why a document is withdrawn, and when. */
    @Schema(name = "Withdrawal", description = "Why the document is withdrawn, and when.")
    public record Withdrawn(
            @NotBlank @Size(max = 2000) String reason,

            @Nullable
            @HasCome(groups = HasCome.Meaning.class)
            @Schema(description = "Day of the act; today without it.")
            LocalDate date) {

        /** The step of a document whose withdrawal is recorded today. */
        public UnaryOperator<Workflow> on(LocalDate today) {
            return workflow -> workflow.withdraw(reason, day(today), today);
        }

        public LocalDate day(LocalDate today) {
            return date == null ? today : date;
        }
    }
}
