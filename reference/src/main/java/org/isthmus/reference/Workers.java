package org.isthmus.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Does something with each of many, a few at once; after the first failure nothing further begins. */
final class Workers {

    private static final int AT_ONCE = 6;

    private Workers() {}

    static <T> void each(List<T> items, Consumer<T> task) {
        Queue<T> waiting = new ConcurrentLinkedQueue<>(items);
        List<Future<?>> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < Math.min(AT_ONCE, items.size()); i++) {
                workers.add(threads.submit(() -> work(waiting, task)));
            }
        }
        workers.forEach(Workers::finished);
    }

    private static <T> void work(Queue<T> waiting, Consumer<T> task) {
        try {
            for (T next = waiting.poll(); next != null; next = waiting.poll()) {
                task.accept(next);
            }
        } catch (RuntimeException failure) {
            waiting.clear();
            throw failure;
        }
    }

    private static void finished(Future<?> worker) {
        try {
            worker.get();
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NotLoaded("Interrupted while loading the reference data.", interrupted);
        }
    }
}
