package org.isthmus.projects.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.projects.values.Years.End;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YearsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-27");

    @Test
    void aProjectRunsInEveryYearOfItsPeriod() {
        Years years = Years.of(Period.of("2009-02", "2012-01"), days("2021-12"), TODAY);

        assertThat(years).isEqualTo(new Years(2009, 2012, End.KNOWN, false, true));
        assertThat(years.named()).containsExactly(2009, 2010, 2011, 2012);
    }

    @Test
    void anOpenOrUnknownEndIsAsFarAsTheProjectIsKnownToHaveRun() {
        assertThat(Years.of(period("2010", null, true), days("2011-11-18", "2010"), null))
                .isEqualTo(new Years(2010, 2011, End.OPEN, false, true));
        assertThat(Years.of(period("2018-01", null, null), days("2021-12"), null))
                .isEqualTo(new Years(2018, 2021, End.UNKNOWN, false, true));
        assertThat(Years.of(period("2013-03", null, null), days("2012"), null))
                .isEqualTo(new Years(2013, 2013, End.UNKNOWN, false, true));
    }

    @Test
    void whatRunsByAnActRunsUntilToday() {
        assertThat(Years.of(period("2018-01", null, null), days("2021-12"), TODAY))
                .isEqualTo(new Years(2018, 2026, End.UNKNOWN, true, true));
    }

    @Test
    void ofAnEndWithoutAStartOneYearIsKnown() {
        assertThat(Years.of(period(null, "2011-03", null), days("2021"), TODAY))
                .isEqualTo(new Years(2011, 2011, End.KNOWN, false, false));
    }

    @Test
    void anUnknownPeriodHasNoYear() {
        assertThat(Years.of(null, days("2011-11-18"), TODAY))
                .isEqualTo(new Years(null, null, End.UNKNOWN, false, false));
        assertThat(Years.of(null, days("2011-11-18"), TODAY).named()).isEmpty();
    }

    private static List<PartialDate> days(String... days) {
        return List.of(days).stream().map(PartialDate::parse).toList();
    }

    private static Period period(@Nullable String start, @Nullable String end, @Nullable Boolean ongoing) {
        return new Period(
                start == null ? null : PartialDate.parse(start),
                end == null ? null : PartialDate.parse(end),
                ongoing,
                List.of(),
                null);
    }
}
