package org.isthmus.projects.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/** One amount as several sources print it; exactly one of the figures is current. */
@Schema(
        name = "SourcedAmount",
        description = "One amount as its sources print it; exactly one figure is the current one.")
public record Amounts(
        @Nullable @Size(max = 200) @Schema(examples = "EC contribution", description = "What the source calls it.")
        String label,

        @Nullable @Schema(description = "The current figure; may be left out of requests.")
        Money amount,

        @Nullable @Schema(description = "Of the current figure; may be left out of requests.")
        Accuracy accuracy,

        @Size(max = 100) @Schema(required = true) List<@NotNull @Valid Figure> figures) {

    /** What one source says. */
    @Schema(name = "AmountFigure", description = "An amount as one source prints it.")
    public record Figure(
            @NotNull @Schema(required = true) Money amount,

            @Nullable @Size(max = 200) @Schema(description = "The label of this source, where it differs.")
            String label,

            @NotNull @Valid @Schema(required = true) Source source,

            @NotNull @Schema(required = true, description = "True for the one figure that counts.")
            Boolean current,

            @Nullable @Size(max = 2000) String note,

            @Nullable @Schema(description = "Left out where the source prints the exact amount.")
            Accuracy accuracy) {}

    /** That an amount is not exactly what a source prints. */
    @Schema(
            name = "AmountAccuracy",
            description =
                    "APPROXIMATE: the source says about, or rounds. COMPUTED: worked out of other printed figures."
                            + " AVERAGE: an average of several.")
    public enum Accuracy {
        APPROXIMATE,
        COMPUTED,
        AVERAGE
    }

    public Amounts {
        figures = Given.list(figures);
        amount = amount == null ? current(figures, Figure::amount) : amount;
        accuracy = accuracy == null ? current(figures, Figure::accuracy) : accuracy;
    }

    public static Amounts of(String label, Money amount, Source source) {
        return new Amounts(label, null, null, List.of(new Figure(amount, null, source, true, null, null)));
    }

    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    public void check(String pointer, Faults faults) {
        if (figures.stream().anyMatch(figure -> figure.amount == null)) {
            return;
        }
        long current =
                figures.stream().filter(figure -> Given.flag(figure.current)).count();
        if (current != 1) {
            faults.add(pointer + "/figures", "one-current", "Exactly one of the figures is current.");
        } else {
            faults.require(
                    Objects.equals(amount, current(figures, Figure::amount)),
                    pointer + "/amount",
                    "not-current",
                    "The amount is that of the current figure.");
            faults.require(
                    Objects.equals(accuracy, current(figures, Figure::accuracy)),
                    pointer + "/accuracy",
                    "not-current",
                    "The accuracy is that of the current figure.");
        }
        for (int i = 0; i < figures.size(); i++) {
            faults.require(
                    figures.get(i).amount.signum() >= 0,
                    "%s/figures/%d/amount".formatted(pointer, i),
                    "amount-negative",
                    "An amount is not below nothing; one that is unknown is left out.");
        }
    }

    private static <T> @Nullable T current(List<Figure> figures, Function<Figure, @Nullable T> member) {
        for (Figure figure : figures) {
            if (figure != null && Given.flag(figure.current)) {
                return member.apply(figure);
            }
        }
        return null;
    }
}
