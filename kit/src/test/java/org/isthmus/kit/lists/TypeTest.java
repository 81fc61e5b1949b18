package org.isthmus.kit.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypeTest {

    @Test
    void aNumberIsTakenAsItIsWritten() {
        assertThat(Type.NUMBER.read("-1500000.05")).isEqualTo(new BigDecimal("-1500000.05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "1e5", "+1", "1234567890123456", "0.00001", "NaN", "", "٣"})
    void aNumberThatCouldGrowIsNone(String text) {
        assertThatThrownBy(() -> Type.NUMBER.read(text)).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+6000000-01-01", "-0001-01-01", "2010-02-30", "2010"})
    void aDayBeyondTheCalendarIsNone(String text) {
        assertThatThrownBy(() -> Type.DATE.read(text)).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"+5", "05", "٥", "-0", " 5", "5.0", "2147483648"})
    void aWholeNumberHasOneSpelling(String text) {
        assertThatThrownBy(() -> Type.INTEGER.read(text)).isInstanceOf(NumberFormatException.class);
        assertThat(Type.INTEGER.read("-5")).isEqualTo(-5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "99", "٢٠١٣", "+201", "20100", "1899", "2101", "-201", "0x7d"})
    void aYearThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> Type.YEARS.read(text)).isInstanceOf(RuntimeException.class);
    }

    @Test
    void aUuidHasOneSpelling() {
        assertThatThrownBy(() -> Type.UUID.read("1-2-3-4-5")).isInstanceOf(IllegalArgumentException.class);
    }
}
