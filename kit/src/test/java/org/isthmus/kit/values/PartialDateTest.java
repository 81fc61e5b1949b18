package org.isthmus.kit.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.isthmus.kit.rules.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartialDateTest {

    @ParameterizedTest
    @CsvSource({
        "2012,       YEAR,  2012-01-01, 2012-12-31",
        "2012-02,    MONTH, 2012-02-01, 2012-02-29",
        "2012-11-30, DAY,   2012-11-30, 2012-11-30"
    })
    void coversAllTheDaysThatItCanMean(
            String written, PartialDate.Precision precision, LocalDate first, LocalDate last) {
        PartialDate date = PartialDate.parse(written);

        assertThat(date.precision()).isEqualTo(precision);
        assertThat(date.first()).isEqualTo(first);
        assertThat(date.last()).isEqualTo(last);
        assertThat(date).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "12", "2012-13", "2012-02-30", "2012-2", "2012-02-01T00:00", "ongoing"})
    void nothingElseIsADate(String written) {
        assertThatThrownBy(() -> PartialDate.parse(written)).isInstanceOf(Refusal.class);
    }

    @Test
    void sortsByTheFirstDay() {
        assertThat(PartialDate.parse("2012")).isLessThan(PartialDate.parse("2012-02"));
    }
}
