package org.isthmus.kit;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Work that a thread of its own does in steps: it wakes after a commit that gave cause to it and looks once a second as a
 * net. A step that fails is told in the log, and tried again when it wakes next.
 */
public final class BackgroundWork {

    private static final Logger LOG = Logger.getLogger(BackgroundWork.class);

    private final String name;
    private final BooleanSupplier step;
    private final Semaphore wakeups = new Semaphore(0);
    private volatile boolean running;
    private volatile @Nullable Thread thread;

    /** A step says whether there may be more to do at once. */
    public BackgroundWork(String name, BooleanSupplier step) {
        this.name = name;
        this.step = step;
    }

    public void start() {
        running = true;
        thread = EssentialThread.start(name, this::run);
    }

    /** No step begins any more; waits so long for the one that has begun. */
    public void stop(Duration patience) throws InterruptedException {
        running = false;
        wakeups.release();
        Thread worker = thread;
        if (worker != null) {
            worker.join(patience);
        }
    }

    public boolean isAlive() {
        Thread worker = thread;
        return worker != null && worker.isAlive();
    }

    public void wakeAfterCommit(TransactionSynchronizationRegistry transaction) {
        AfterCommit.run(transaction, wakeups::release);
    }

    private void run() {
        while (running) {
            try {
                if (wakeups.tryAcquire(1, TimeUnit.SECONDS)) {
                    wakeups.drainPermits();
                }
                boolean isMore = true;
                while (running && isMore) {
                    isMore = step.getAsBoolean();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warnf("%s waits: %s", name, e.getMessage());
            }
        }
    }
}
