package org.isthmus.projects.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.isthmus.kit.sources.Source;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class YearsTest {

    private static final Source MEMO_OF_2011 = new Source("Memo", null, PartialDate.parse("2011-11-18"), null);

    @Test
    void aProjectRunsInEveryYearOfItsPeriod() {
        assertThat(Years.of(Period.of("2009-02", "2012-01"), List.of()))
                .isEqualTo(new Years(2009, 2012, List.of(2009, 2010, 2011, 2012)));
    }

    @Test
    void anOpenEndIsCountedAsFarAsTheSourcesSawIt() {
        assertThat(Years.of(period("2010", null, true), List.of(MEMO_OF_2011)))
                .isEqualTo(new Years(2010, Years.OPEN, List.of(2010, 2011)));
    }

    @Test
    void anUnknownEndOrStartLeavesOneYear() {
        assertThat(Years.of(period("2013-03", null, null), List.of())).isEqualTo(new Years(2013, 2013, List.of(2013)));
        assertThat(Years.of(period(null, "2011-03", null), List.of())).isEqualTo(new Years(2011, 2011, List.of(2011)));
    }

    @Test
    void anUnknownPeriodHasNoYear() {
        assertThat(Years.of(null, List.of(MEMO_OF_2011))).isEqualTo(new Years(null, null, List.of()));
    }

    private static Period period(@Nullable String start, @Nullable String end, @Nullable Boolean ongoing) {
        return new Period(
                start == null ? null : PartialDate.parse(start),
                end == null ? null : PartialDate.parse(end),
                ongoing,
                List.of());
    }
}
