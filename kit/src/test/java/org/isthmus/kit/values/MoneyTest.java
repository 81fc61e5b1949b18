package org.isthmus.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.isthmus.kit.http.StrictJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper());

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
}
