package org.isthmus.programming.indicativeprogramme;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.programming.values.Period;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class IndicativeProgrammeContractTest {

    @Test
    void adopted() {
        Contracts.assertKept(new IndicativeProgrammeEvent(
                UUID.fromString("01932f6e-0000-7000-8000-000000000711"),
                5,
                "MIP-2014-2017",
                "THEMATIC-MIGR",
                "TSP-2014-2020",
                Period.of("2014", "2017"),
                "C(2014) 2",
                LocalDate.parse("2014-03-04")));
    }
}
