package org.isthmus.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class SystemClockTest {

    /** Where it is tomorrow already when it is still today elsewhere, and the other way round. */
    @Test
    void itsDayIsOneOfTheInstallation() {
        for (String zone : new String[] {"Pacific/Kiritimati", "Etc/GMT+12", "Europe/Brussels"}) {
            Clock clock = new SystemClock().clock(ZoneId.of(zone));
            Instant before = clock.instant();

            LocalDate day = LocalDate.now(clock);

            assertThat(day)
                    .isBetween(
                            LocalDate.ofInstant(before, ZoneId.of(zone)),
                            LocalDate.ofInstant(clock.instant(), ZoneId.of(zone)));
        }
    }
}
