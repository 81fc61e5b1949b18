package org.isthmus.gateway.admission;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.kit.framing.ClientAddress;

/** So many requests a minute for each caller: an address without a token, or the holder of one. */
public final class RateLimit {

    private static final int CALLERS = 100_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final long perMinute;
    private final LoadingCache<String, Bucket> buckets;

    RateLimit(long perMinute) {
        this.perMinute = perMinute;
        buckets = Caffeine.newBuilder()
                .maximumSize(CALLERS)
                .expireAfterAccess(MINUTE)
                .build(caller -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(perMinute).refillGreedy(perMinute, MINUTE))
                        .build());
    }

    /** Counts this request; when it is one too many, answers it. */
    boolean allows(RoutingContext context, String caller) {
        if (perMinute <= 0) {
            return true;
        }
        ConsumptionProbe probe = buckets.get(caller).tryConsumeAndReturnRemaining(1);
        MultiMap answer = context.response().headers();
        answer.set("RateLimit-Limit", Long.toString(perMinute))
                .set("RateLimit-Remaining", Long.toString(probe.getRemainingTokens()))
                .set("RateLimit-Reset", seconds(probe.getNanosToWaitForReset()));
        if (!probe.isConsumed()) {
            answer.set("Retry-After", seconds(probe.getNanosToWaitForRefill()));
            Problems.answer(
                    context, Problem.TOO_MANY_REQUESTS, "At most %d a minute are answered.".formatted(perMinute));
        }
        return probe.isConsumed();
    }

    /** One household or office has one IPv4 address, or the first half of an IPv6 one. */
    public static String address(RoutingContext context) {
        return ClientAddress.of(context.request().remoteAddress().hostAddress());
    }

    private static String seconds(long nanos) {
        return Long.toString(Math.max(1, Duration.ofNanos(nanos).plusMillis(999).toSeconds()));
    }
}
