package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.isthmus.stack.process.App;
import org.junit.jupiter.api.Test;

class DeathsTest {

    private final AtomicLong now = new AtomicLong();
    private final Deaths deaths = new Deaths(now::get);

    @Test
    void theThirdWithinAMinuteIsOneTooMany() {
        assertThat(deaths.isOneTooMany(App.FUNDING)).isFalse();
        assertThat(deaths.isOneTooMany(App.PROJECTS)).isFalse();
        pass(59);
        assertThat(deaths.isOneTooMany(App.FUNDING)).isFalse();
        assertThat(deaths.isOneTooMany(App.FUNDING)).isTrue();
    }

    @Test
    void whatIsLongerAgoDoesNotCount() {
        for (int minute = 0; minute < 10; minute++) {
            assertThat(deaths.isOneTooMany(App.GATEWAY)).isFalse();
            pass(30);
        }
    }

    private void pass(int seconds) {
        now.addAndGet(Duration.ofSeconds(seconds).toNanos() + 1);
    }
}
