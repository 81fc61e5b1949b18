package org.isthmus.funding.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DayBalancesTest {

    private static final UUID ACCOUNT = UUID.randomUUID();
    private static final LocalDate JANUARY = LocalDate.of(2010, 1, 1);
    private static final LocalDate MARCH = LocalDate.of(2010, 3, 1);
    private static final LocalDate JUNE = LocalDate.of(2010, 6, 1);

    private final DayBalances days = new DayBalances(
            Map.of("a", JUNE), account -> Map.of(JANUARY, euros("500"), MARCH, euros("-200"), JUNE, euros("200")));

    @Test
    void theLeastIsThatOfAnyLaterDay() {
        assertThat(least(JANUARY)).isEqualByComparingTo("300");
        assertThat(least(MARCH)).isEqualByComparingTo("300");
        assertThat(least(JUNE)).isEqualByComparingTo("500");
        assertThat(least(JANUARY.minusDays(1))).isEqualByComparingTo("0");
    }

    @Test
    void theFirstDayIsTheOneFromWhichTheAmountStays() {
        assertThat(first("300", JANUARY)).isEqualTo(JANUARY);
        assertThat(first("301", JANUARY)).isEqualTo(JUNE);
        assertThat(first("300", JANUARY.minusDays(1))).isEqualTo(JANUARY);
        assertThat(first("301", JUNE.plusDays(1))).isEqualTo(JUNE.plusDays(1));
    }

    @Test
    void whatIsTakenCountsWhetherTheDaysWereReadBeforeOrAfter() {
        days.take("a", MARCH, euros("-50"));
        assertThat(days.leastFrom(JANUARY, "a", ACCOUNT, euros("450"))).isEqualByComparingTo("250");

        days.take("a", JANUARY, euros("-100"));
        assertThat(days.leastFrom(JANUARY, "a", ACCOUNT, euros("350"))).isEqualByComparingTo("150");
    }

    private BigDecimal least(LocalDate from) {
        return days.leastFrom(from, "a", ACCOUNT, euros("500"));
    }

    private LocalDate first(String amount, LocalDate from) {
        return days.firstWith(euros(amount), from, "a", ACCOUNT, euros("500"));
    }

    private static BigDecimal euros(String amount) {
        return new BigDecimal(amount);
    }
}
