package org.isthmus.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.isthmus.kit.http.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper());

    @Test
    void theLargestRemaindersGetTheOddCents() {
        assertThat(Money.euros("100.00").split(weights("1", "1", "1")))
                .containsExactly(Money.euros("33.34"), Money.euros("33.33"), Money.euros("33.33"));
        assertThat(Money.euros("0.05").split(weights("62.5", "37.5")))
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
            List<Money> parts = whole.split(weights);
            assertThat(parts.stream().reduce(Money.zero(Money.EUR), Money::plus))
                    .as("seed %d, run %d", seed, run)
                    .isEqualTo(whole);
            assertThat(parts).as("seed %d, run %d", seed, run).allMatch(part -> part.signum() * whole.signum() >= 0);
        }
    }

    @Test
    void isWrittenAsAStringWithTheCurrencysDecimals() throws Exception {
        assertThat(JSON.writeValueAsString(Money.euros("3000000")))
                .isEqualTo("{\"amount\":\"3000000.00\",\"currency\":\"EUR\"}");
        assertThat(JSON.readValue("{\"amount\":\"5\",\"currency\":\"EUR\"}", Money.class))
                .isEqualTo(Money.euros("5.00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\":5,\"currency\":\"EUR\"}",
                "{\"amount\":\"0.005\",\"currency\":\"EUR\"}",
                "{\"amount\":\"1e3\",\"currency\":\"EUR\"}",
                "{\"amount\":\"5.00\",\"currency\":\"EURO\"}",
                "{\"amount\":\"5.00\"}",
                "{\"amount\":\"5.00\",\"currency\":\"EUR\",\"note\":\"\"}",
                "\"5.00 EUR\""
            })
    void nothingElseIsMoney(String written) {
        assertThatThrownBy(() -> JSON.readValue(written, Money.class))
                .isInstanceOf(com.fasterxml.jackson.core.JsonProcessingException.class);
    }

    @Test
    void currenciesNeverMix() {
        assertThatThrownBy(() -> Money.euros("1.00").plus(Money.of("1.00", "CHF")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static List<BigDecimal> weights(String... weights) {
        return java.util.Arrays.stream(weights).map(BigDecimal::new).toList();
    }
}
