package org.isthmus.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class StepsTest {

    private final Steps steps = new Steps();

    @Test
    void allAreTakenAtTheSameTime() {
        CountDownLatch both = new CountDownLatch(2);
        AtomicInteger done = new AtomicInteger();
        Runnable step = () -> {
            both.countDown();
            awaitZero(both);
            done.incrementAndGet();
        };

        steps.together(List.of(step, step));

        assertThat(done).hasValue(2);
    }

    @Test
    void theFirstFailureIsTheOneTold() {
        Runnable fails = () -> {
            throw new CannotStart("Kafka ended by itself.");
        };
        Runnable givesUp = () -> {
            while (!steps.givenUp()) {
                Thread.onSpinWait();
            }
            throw new CannotStart("Stopped while PostgreSQL was starting.");
        };

        assertThatThrownBy(() -> steps.together(List.of(givesUp, fails))).hasMessage("Kafka ended by itself.");
    }

    private static void awaitZero(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
