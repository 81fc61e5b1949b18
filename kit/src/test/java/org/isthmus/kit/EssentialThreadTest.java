package org.isthmus.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class EssentialThreadTest {

    @Test
    void anErrorOnItEndsTheProcess() throws Exception {
        CompletableFuture<Integer> exit = new CompletableFuture<>();
        EssentialThread.start(
                "relay",
                () -> {
                    throw new OutOfMemoryError("no more");
                },
                exit::complete);

        assertThat(exit.get(10, TimeUnit.SECONDS)).isEqualTo(EssentialThread.EXIT_CODE);
    }

    @Test
    void oneThatReturnsEndsNothing() throws Exception {
        CompletableFuture<Integer> exit = new CompletableFuture<>();

        EssentialThread.start("relay", () -> {}, exit::complete).join();

        assertThat(exit).isNotDone();
    }
}
