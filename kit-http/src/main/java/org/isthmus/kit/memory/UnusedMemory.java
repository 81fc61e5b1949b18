package org.isthmus.kit.memory;

import com.sun.management.OperatingSystemMXBean;
import io.quarkus.runtime.StartupEvent;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.lang.management.ManagementFactory;

/**
 * Gives memory back that was taken in busy times: a collector that works when it needs room never runs in a process that has
 * become calm, and so keeps all of it.
 */
@ApplicationScoped
class UnusedMemory {

    private static final long EVERY_MILLIS = 10_000;

    private final Vertx vertx;
    private final Calm calm = new Calm();

    UnusedMemory(Vertx vertx) {
        this.vertx = vertx;
    }

    void start(@Observes StartupEvent event) {
        vertx.setPeriodic(EVERY_MILLIS, tick -> look());
    }

    @SuppressWarnings("ExplicitGC")
    private void look() {
        if (calm.hasGrown(System.nanoTime(), cpuNanos(), heap())) {
            System.gc();
            calm.collected(heap());
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
    }

    private static long heap() {
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getCommitted();
    }
}
