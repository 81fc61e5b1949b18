package org.isthmus.stack.machine;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Steps taken at the same time; the first that fails, or a wish to stop, ends the patience of all. */
public final class Steps {

    private final AtomicReference<@Nullable CompletionException> firstFailure = new AtomicReference<>();
    private volatile boolean givenUp;

    /** Returns when all are done; throws what the first failing one threw, when the others have noticed. */
    public void together(List<Runnable> steps) {
        List<CompletableFuture<Void>> running = steps.stream()
                .map(step -> CompletableFuture.runAsync(() -> attempt(step), Thread::startVirtualThread))
                .toList();
        CompletableFuture.allOf(running.toArray(CompletableFuture[]::new)).join();
        CompletionException failure = firstFailure.get();
        if (failure != null) {
            throw failure.getCause() instanceof CannotStart refusal ? refusal : failure;
        }
    }

    private void attempt(Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error failure) {
            firstFailure.compareAndSet(null, new CompletionException(failure));
            giveUp();
        }
    }

    public void giveUp() {
        givenUp = true;
    }

    public boolean givenUp() {
        return givenUp;
    }
}
