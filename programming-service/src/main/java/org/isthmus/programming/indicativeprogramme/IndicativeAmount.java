package org.isthmus.programming.indicativeprogramme;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What a priority is meant to receive, as the document says it: exactly, at least, or between two amounts. */
@Schema(description = "An amount as the document says it: exactly one of exact, minimum and range.")
record IndicativeAmount(
        @Nullable Money exact,
        @Nullable Money minimum,
        @Nullable @Valid Range range) {

    /** From one amount to another. */
    @Schema(name = "AmountRange", description = "From one amount to another.")
    record Range(@NotNull Money from, @NotNull Money to) {

        @AssertTrue(message = "A range ends in its currency at or above its start")
        @Schema(hidden = true)
        boolean isForward() {
            return from == null
                    || to == null
                    || (from.currency().equals(to.currency()) && !from.isMoreThan(to) && from.signum() >= 0);
        }
    }

    @AssertTrue(message = "An amount is exactly one of exact, minimum and range, and not negative")
    @Schema(hidden = true)
    boolean isOne() {
        return Stream.of(exact, minimum, range).filter(given -> given != null).count() == 1
                && Stream.of(exact, minimum).allMatch(given -> given == null || given.signum() >= 0);
    }

    /** The least that it can mean. */
    Optional<Money> least() {
        return Optional.ofNullable(
                exact != null ? exact : minimum != null ? minimum : range == null ? null : range.from());
    }

    /** The most that it allows; a minimum allows any more. */
    Optional<Money> most() {
        return Optional.ofNullable(exact != null ? exact : range == null ? null : range.to());
    }
}
