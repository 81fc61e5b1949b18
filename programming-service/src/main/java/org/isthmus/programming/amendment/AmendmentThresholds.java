package org.isthmus.programming.amendment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.util.Optional;
import org.isthmus.kit.values.Money;

/** How much an amendment may change before the committee must see it again; either limit counts. */
@ConfigMapping(prefix = "programming.amendment")
public interface AmendmentThresholds {

    /** Per cent of the total that the committee saw last. */
    @WithDefault("20")
    BigDecimal percent();

    /** Euros. */
    @WithDefault("10000000")
    BigDecimal euros();

    /** Why the committee must see a change of this size in a budget of that size, or nothing where it need not. */
    default Optional<String> passedBy(Money change, Money budget) {
        BigDecimal relative = budget.amount().multiply(percent()).movePointLeft(2);
        if (change.amount().compareTo(relative) > 0) {
            return Optional.of("%s are changed, more than %s %% of %s"
                    .formatted(change, percent().toPlainString(), budget));
        }
        return change.amount().compareTo(euros()) > 0
                ? Optional.of("%s are changed, more than %s EUR".formatted(change, euros().toPlainString()))
                : Optional.empty();
    }
}
