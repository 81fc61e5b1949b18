package org.isthmus.kit.retention;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.microprofile.config.Config;
import org.isthmus.kit.jobs.Job;
import org.isthmus.kit.jobs.Jobs;

/** Keeps the schedule: a job for each rule that goes on until nothing more is due. */
@ApplicationScoped
class Retention implements Job {

    static final int MOST = 500;
    private static final String NAME = "retention";

    private final TreeMap<String, RetentionRule> rules = new TreeMap<>();
    private final Jobs jobs;
    private final Config config;
    private final Clock clock;

    Retention(@Any Instance<RetentionRule> rules, Jobs jobs, Config config, Clock clock) {
        rules.forEach(rule -> this.rules.put(rule.name(), rule));
        this.jobs = jobs;
        this.config = config;
        this.clock = clock;
    }

    Set<String> rules() {
        return rules.keySet();
    }

    Duration time(String rule) {
        return config.getValue("isthmus.retention." + rule, Duration.class);
    }

    @Scheduled(every = "1h", delayed = "10m", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @Transactional
    void start() {
        jobs.start(NAME, rules.keySet());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<String> step(String subject, String cursor) {
        Instant before = clock.instant().minus(time(subject));
        int ended = Objects.requireNonNull(rules.get(subject)).end(before, MOST);
        return ended < MOST ? Optional.empty() : Optional.of(before.toString());
    }
}
