package org.isthmus.kit.framing;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;

/** How many of something are open, by client and in all: nobody has more than is granted to one, and all together no more than there are. */
final class Quota {

    private final int each;
    private final int all;
    private final ConcurrentMap<String, Integer> byClient = new ConcurrentHashMap<>();
    private final AtomicInteger open = new AtomicInteger();

    Quota(int each, int all) {
        this.each = each;
        this.all = all;
    }

    /** Whether there is one more for this client; if so, it is taken. */
    boolean takes(String client) {
        if (open.incrementAndGet() > all) {
            open.decrementAndGet();
            return false;
        }
        if (byClient.merge(client, 1, Integer::sum) > each) {
            gives(client);
            return false;
        }
        return true;
    }

    void gives(String client) {
        byClient.computeIfPresent(client, (known, count) -> count == 1 ? null : count - 1);
        open.decrementAndGet();
    }

    boolean isFull() {
        return open.get() >= all;
    }

    int open() {
        return open.get();
    }
}
