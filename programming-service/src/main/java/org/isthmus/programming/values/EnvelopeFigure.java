package org.isthmus.programming.values;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * One envelope figure as one source prints it: an amount, or a minimum where the source says "at least".
 *
 * <p>Sources disagree, so several figures may stand for one thing; the current one counts in rules.
 */
@Schema(
        name = "EnvelopeFigure",
        description =
                "An envelope figure as one source prints it. Sources may disagree: one figure is the current one.")
public record EnvelopeFigure(
        @NotBlank @Size(max = 200) @Schema(examples = "Envelope 2007-2010")
        String label,

        @NotNull @Valid Period period,
        @Nullable Money amount,

        @Nullable @Schema(description = "Given instead of the amount where the source says \"at least\".")
        Money minimum,

        @Nullable @Size(max = 200) @Schema(description = "The region that the figure is reserved for.")
        String region,

        @NotNull @Valid Source source,
        boolean current,
        @Nullable @Size(max = 2000) String note) {

    @AssertTrue(message = "A figure has an amount or a minimum that is not negative, and not both")
    @Schema(hidden = true)
    boolean isOneFigure() {
        Money stated = amount == null ? minimum : amount;
        return stated != null && stated.signum() >= 0 && (amount == null || minimum == null);
    }

    /** The amount that limits the whole of the period: current, exact, in euros (the books' currency), and not reserved for a region. */
    public static Optional<Money> limit(List<EnvelopeFigure> figures, Period period) {
        return figures.stream()
                .filter(figure -> figure.current && figure.region == null && figure.period.isSameAs(period))
                .flatMap(figure -> Optional.ofNullable(figure.amount).stream())
                .filter(amount -> amount.currency().equals(Money.EUR))
                .findFirst();
    }

    /** Figures that are both said to be the current one of the same period and region: nobody could tell which counts. */
    public static List<Fault> contradictions(String pointer, List<EnvelopeFigure> figures) {
        return IntStream.range(0, figures.size())
                .filter(i ->
                        figures.stream().filter(figures.get(i)::isCurrentLike).count() > 1)
                .mapToObj(i -> Fault.at(
                        "%s/%d/current".formatted(pointer, i),
                        "current-twice",
                        "'%s' is not the only current figure for %s."
                                .formatted(figures.get(i).label, figures.get(i).period)))
                .toList();
    }

    private boolean isCurrentLike(EnvelopeFigure other) {
        return current && other.current && period.isSameAs(other.period) && Objects.equals(region, other.region);
    }
}
