package org.isthmus.kit.memory;

/** Whether a process has become calm and holds clearly more heap than when its unused memory was last given back. */
final class Calm {

    /** Of one processor. */
    private static final double BUSY = 0.1;

    private static final long WORTH_IT = 16 << 20;

    private long at;
    private long cpu;
    private long heap;
    private boolean isFirst = true;

    boolean hasGrown(long nowNanos, long cpuNanos, long heapBytes) {
        boolean wasBusy = isFirst || cpuNanos - cpu > BUSY * (nowNanos - at);
        isFirst = false;
        at = nowNanos;
        cpu = cpuNanos;
        return !wasBusy && heapBytes - heap > WORTH_IT;
    }

    void collected(long heapBytes) {
        heap = heapBytes;
    }
}
