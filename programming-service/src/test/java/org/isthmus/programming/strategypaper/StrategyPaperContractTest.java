package org.isthmus.programming.strategypaper;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.programming.values.Period;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class StrategyPaperContractTest {

    @Test
    void adopted() {
        Contracts.assertKept(new StrategyPaperEvent(
                UUID.fromString("01932f6e-0000-7000-8000-000000000701"),
                5,
                "TSP-2014-2020",
                "THEMATIC-MIGR",
                Period.of("2014", "2020"),
                "C(2014) 1",
                LocalDate.parse("2014-02-03")));
    }
}
