package org.isthmus.gateway.admission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Scheduler;
import com.github.benmanes.caffeine.cache.Ticker;
import io.quarkus.runtime.ShutdownEvent;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Requests that were turned away before a service could write them into its audit log: one line for each address and minute,
 * with how many there were by status.
 */
@ApplicationScoped
public class RefusalLog {

    private static final Logger LOG = Logger.getLogger(RefusalLog.class);
    private static final int ADDRESSES = 10_000;

    private final Cache<String, Map<Integer, Integer>> refused;

    @Inject
    RefusalLog() {
        this(Ticker.systemTicker(), LOG::warn);
    }

    RefusalLog(Ticker ticker, Consumer<String> lines) {
        refused = Caffeine.newBuilder()
                .maximumSize(ADDRESSES)
                .expireAfterWrite(Duration.ofMinutes(1))
                .ticker(ticker)
                .scheduler(Scheduler.systemScheduler())
                .executor(Runnable::run)
                .removalListener((address, byStatus, cause) ->
                        lines.accept("refused in a minute, address %s, by status %s".formatted(address, byStatus)))
                .build();
    }

    public void note(RoutingContext context, int status) {
        note(RateLimit.address(context), status);
    }

    void note(String address, int status) {
        refused.get(address, first -> new ConcurrentHashMap<>()).merge(status, 1, Integer::sum);
    }

    /** Nothing that was counted is lost by an orderly end. */
    void end(@Observes ShutdownEvent stop) {
        refused.invalidateAll();
    }

    void cleanUp() {
        refused.cleanUp();
    }
}
