package org.isthmus.kit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ShortMemoryTest {

    private long now = -5;
    private final ShortMemory memory = new ShortMemory(Duration.ofNanos(10), () -> now);

    @Test
    void keepsATextForItsTime() {
        memory.keep("a", "one", 0);
        now += 9;
        assertThat(memory.find("a")).isEqualTo("one");
        assertThat(memory.find("b")).isNull();

        now++;

        assertThat(memory.find("a")).isNull();
    }

    @Test
    void keepsNothingThatWasBegunBeforeAChange() {
        memory.keep("a", "one", 0);
        long begun = memory.state();
        memory.forget();
        memory.keep("b", "two", begun);

        assertThat(memory.find("a")).isNull();
        assertThat(memory.find("b")).isNull();
    }

    @Test
    void keepsTheNewestWhereThereIsNoMoreRoom() {
        String text = "x".repeat(1 << 20);
        for (int number = 0; number < 17; number++) {
            memory.keep("a" + number, text, 0);
        }
        memory.keep("b", text + "x", 0);

        assertThat(memory.find("a0")).isNull();
        assertThat(memory.find("a1")).isNotNull();
        assertThat(memory.find("b")).isNull();
    }

    @Test
    void keepsNothingWithoutTime() {
        ShortMemory none = new ShortMemory(Duration.ZERO, () -> now);
        none.keep("a", "one", 0);

        assertThat(none.find("a")).isNull();
    }
}
