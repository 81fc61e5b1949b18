package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.isthmus.kit.values.Money;
import org.junit.jupiter.api.Test;

class LargestRemainderTest {

    @Test
    void theLargestRemaindersGetTheOddCents() {
        assertThat(LargestRemainder.split(Money.euros("100.00"), weights("1", "1", "1")))
                .containsExactly(Money.euros("33.34"), Money.euros("33.33"), Money.euros("33.33"));
        assertThat(LargestRemainder.split(Money.euros("0.05"), weights("62.5", "37.5")))
                .containsExactly(Money.euros("0.03"), Money.euros("0.02"));
    }

    @Test
    void splittingLosesAndMakesNoCent() {
        long seed = 20_110_101L;
        Random random = new Random(seed);
        for (int run = 0; run < 5_000; run++) {
            Money whole =
                    Money.euros(new BigDecimal(random.nextLong(2_000_000_000L) - 1_000_000_000L).movePointLeft(2));
            List<BigDecimal> weights = new ArrayList<>();
            for (int i = 0; i <= random.nextInt(9); i++) {
                weights.add(new BigDecimal(random.nextInt(1, 1_000_000)).movePointLeft(4));
            }
            List<Money> parts = LargestRemainder.split(whole, weights);
            assertThat(parts.stream().reduce(Money.zero(Money.EUR), Money::plus))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(whole);
            assertThat(parts).as("seed %d, run %d", seed, run).allMatch(part -> part.signum() * whole.signum() >= 0);
        }
    }

    private static List<BigDecimal> weights(String... weights) {
        return Arrays.stream(weights).map(BigDecimal::new).toList();
    }
}
