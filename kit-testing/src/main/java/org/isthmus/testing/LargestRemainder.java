package org.isthmus.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.isthmus.kit.values.Money;

/** Divides an amount into whole minor units by the largest-remainder method: what SQL's split_to_cent is held against. */
public final class LargestRemainder {

    private LargestRemainder() {}

    public static List<Money> split(Money whole, List<BigDecimal> weights) {
        BigInteger[] scaled = toIntegers(weights);
        BigInteger sum = BigInteger.ZERO;
        for (BigInteger weight : scaled) {
            sum = sum.add(weight);
        }
        if (sum.signum() <= 0) {
            throw new IllegalArgumentException("Weights must not be negative and must add up to more than nothing");
        }

        BigInteger units = whole.amount().unscaledValue();
        BigInteger[] parts = new BigInteger[scaled.length];
        BigInteger[] remainders = new BigInteger[scaled.length];
        BigInteger left = units;
        for (int i = 0; i < scaled.length; i++) {
            BigInteger[] divided = units.multiply(scaled[i]).divideAndRemainder(sum);
            parts[i] = divided[0];
            remainders[i] = divided[1].abs();
            left = left.subtract(divided[0]);
        }

        BigInteger one = BigInteger.valueOf(left.signum());
        List<Integer> byRemainder = IntStream.range(0, scaled.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .toList();
        for (int next = 0; left.signum() != 0; next++) {
            int i = byRemainder.get(next);
            parts[i] = parts[i].add(one);
            left = left.subtract(one);
        }

        List<Money> amounts = new ArrayList<>(parts.length);
        for (BigInteger part : parts) {
            amounts.add(new Money(new BigDecimal(part, whole.amount().scale()), whole.currency()));
        }
        return amounts;
    }

    private static BigInteger[] toIntegers(List<BigDecimal> weights) {
        int scale = weights.stream().mapToInt(BigDecimal::scale).max().orElse(0);
        return weights.stream()
                .map(weight -> {
                    if (weight.signum() < 0) {
                        throw new IllegalArgumentException("A weight must not be negative");
                    }
                    return weight.setScale(Math.max(scale, 0)).unscaledValue();
                })
                .toArray(BigInteger[]::new);
    }
}
