package org.isthmus.projects.values;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;

/** Rules for parts of a whole in per cent, as sources print them. */
final class Shares {

    static final String WORDS =
            "Per cent as printed, at most four decimals. Below 100 together the rest belongs to none; above it by more"
                    + " than rounding explains they are refused.";

    private Shares() {}

    static void check(String pointer, List<? extends @Nullable BigDecimal> shares, Faults faults) {
        PrintedShares.check(pointer, shares, faults);
    }

    static void checkDistinct(String pointer, List<?> keys, Faults faults) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                faults.add(pointer + "/" + i, "named-twice", "%s is named before.".formatted(keys.get(i)));
            }
        }
    }

    /** Four decimals, so that "100" equals "100.0000". */
    static @Nullable BigDecimal scaled(@Nullable BigDecimal share) {
        return share == null ? null : share.setScale(4);
    }
}
