package org.isthmus.kit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CalmTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MEBIBYTE = 1 << 20;

    private final Calm calm = new Calm();

    @Test
    void whatWasTakenIsGivenBackOnceItIsCalm() {
        assertThat(calm.hasGrown(0, 5 * SECOND, 60 * MEBIBYTE)).isFalse();
        assertThat(calm.hasGrown(10 * SECOND, 12 * SECOND, 200 * MEBIBYTE)).isFalse();

        assertThat(calm.hasGrown(20 * SECOND, 12 * SECOND, 200 * MEBIBYTE)).isTrue();
    }

    @Test
    void itIsNotTriedAgainForWhatIsInUse() {
        calm.hasGrown(0, 0, 0);
        assertThat(calm.hasGrown(10 * SECOND, 0, 200 * MEBIBYTE)).isTrue();
        calm.collected(150 * MEBIBYTE);

        assertThat(calm.hasGrown(20 * SECOND, 0, 160 * MEBIBYTE)).isFalse();
        assertThat(calm.hasGrown(30 * SECOND, 0, 170 * MEBIBYTE)).isTrue();
    }
}
