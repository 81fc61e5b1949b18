package org.isthmus.kit.values;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a whole in per cent, as a source prints them: rounded, so that they need not make 100. Below 100 the rest
 * belongs to nobody; above it by more than rounding explains is a mistake.
 */
public final class PrintedShares {

    public static final BigDecimal WHOLE = new BigDecimal("100.0000");

    private static final BigDecimal HALF = new BigDecimal("0.5");

    private PrintedShares() {}

    /** Notes a fault where the shares that are given are above 100 by more than half a unit of the last digit of each. */
    public static void check(String pointer, List<? extends @Nullable BigDecimal> shares, Faults faults) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal rounding = BigDecimal.ZERO;
        for (BigDecimal share : shares) {
            if (share != null) {
                BigDecimal printed = share.stripTrailingZeros();
                sum = sum.add(printed);
                rounding = rounding.add(HALF.movePointLeft(Math.max(0, printed.scale())));
            }
        }
        faults.require(
                sum.subtract(WHOLE).compareTo(rounding) <= 0,
                pointer,
                "shares-not-100",
                "The shares add up to %s; they make at most 100."
                        .formatted(sum.stripTrailingZeros().toPlainString()));
    }

    /** The shares as parts of the whole: as printed, or where rounding took them above it, cut down to 100.0000. */
    public static List<BigDecimal> parts(List<BigDecimal> shares) {
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (sum.compareTo(WHOLE) <= 0) {
            return shares;
        }
        List<BigDecimal> parts = new ArrayList<>();
        BigDecimal seen = BigDecimal.ZERO;
        BigDecimal given = BigDecimal.ZERO;
        for (BigDecimal share : shares) {
            seen = seen.add(share);
            BigDecimal upTo = seen.multiply(WHOLE).divide(sum, 4, RoundingMode.HALF_EVEN);
            parts.add(upTo.subtract(given));
            given = upTo;
        }
        return parts;
    }
}
