package org.isthmus.projects.values;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** Rules for parts of a whole in per cent: those given make up the whole exactly, and none is rounded. */
final class Shares {

    static final String WORDS = "Per cent, at most four decimals; those given add up to 100.0000.";

    private static final BigDecimal WHOLE = new BigDecimal("100.0000");

    private Shares() {}

    static void check(String pointer, List<? extends @Nullable BigDecimal> shares, Faults faults) {
        List<? extends BigDecimal> given = shares.stream()
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        BigDecimal sum = given.stream().map(share -> (BigDecimal) share).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (!given.isEmpty() && sum.compareTo(WHOLE) != 0) {
            faults.add(
                    pointer,
                    "shares-not-100",
                    "Shares add up to %s, not 100.".formatted(sum.setScale(4).toPlainString()));
        }
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
