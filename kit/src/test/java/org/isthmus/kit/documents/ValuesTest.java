package org.isthmus.kit.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

    @Test
    void aNumberIsTakenAsItIsWritten() {
        assertThat(Values.read(Listing.Type.NUMBER, "-1500000.05")).isEqualTo(new BigDecimal("-1500000.05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1e5", "+1", "1234567890123456", "0.00001", "NaN", "", "٣"})
    void aNumberThatCouldGrowIsNone(String text) {
        assertThatThrownBy(() -> Values.read(Listing.Type.NUMBER, text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+6000000-01-01", "-0001-01-01", "2010-02-30", "2010"})
    void aDayBeyondTheCalendarIsNone(String text) {
        assertThatThrownBy(() -> Values.read(Listing.Type.DATE, text)).isInstanceOf(RuntimeException.class);
    }
}
