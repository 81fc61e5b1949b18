package org.isthmus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RefusalLogTest {

    private final AtomicLong now = new AtomicLong();
    private final List<String> lines = new ArrayList<>();
    private final RefusalLog log = new RefusalLog(now::get, lines::add);

    @Test
    void anAddressHasOneLineAMinuteHoweverOftenItIsTurnedAway() {
        for (int i = 0; i < 50; i++) {
            log.note("203.0.113.5", 401);
        }
        log.note("203.0.113.5", 429);
        log.note("203.0.113.6", 401);
        assertThat(lines).isEmpty();

        now.addAndGet(Duration.ofSeconds(61).toNanos());
        log.cleanUp();

        assertThat(lines)
                .containsExactlyInAnyOrder(
                        "refused in a minute, address 203.0.113.5, by status {401=50, 429=1}",
                        "refused in a minute, address 203.0.113.6, by status {401=1}");
    }
}
