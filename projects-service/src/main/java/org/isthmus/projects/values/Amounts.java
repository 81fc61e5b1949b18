package org.isthmus.projects.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
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

            @Nullable @Size(max = 2000) String note) {}

    public Amounts {
        figures = Given.list(figures);
        amount = amount == null ? current(figures).orElse(null) : amount;
    }

    public static Amounts of(String label, Money amount, Source source) {
        return new Amounts(label, null, List.of(new Figure(amount, null, source, true, null)));
    }

    public void check(String pointer, Faults faults) {
        long current =
                figures.stream().filter(figure -> Given.flag(figure.current)).count();
        if (current != 1) {
            faults.add(pointer + "/figures", "one-current", "Exactly one of the figures is current.");
        } else if (amount != null && !amount.equals(current(figures).orElse(null))) {
            faults.add(pointer + "/amount", "not-current", "The amount is that of the current figure.");
        }
        for (int i = 0; i < figures.size(); i++) {
            faults.require(
                    figures.get(i).amount.signum() >= 0,
                    "%s/figures/%d/amount".formatted(pointer, i),
                    "amount-negative",
                    "An amount is not below nothing; one that is unknown is left out.");
        }
    }

    private static Optional<Money> current(List<Figure> figures) {
        return figures.stream()
                .filter(figure -> figure != null && Given.flag(figure.current))
                .flatMap(figure -> Optional.ofNullable(figure.amount).stream())
                .findFirst();
    }
}
