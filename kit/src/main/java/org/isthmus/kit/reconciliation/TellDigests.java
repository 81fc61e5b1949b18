package org.isthmus.kit.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.isthmus.kit.events.Outbox;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.jobs.Job;
import org.isthmus.kit.jobs.Jobs;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.jspecify.annotations.Nullable;

/**
 * Tells digests of what this service owns: of each topic when something was told on it since, and each hour, so that who
 * keeps a copy sees that it is still compared. One statement reads all rows of a topic; only changed buckets are told.
 */
@ApplicationScoped
class TellDigests implements Job {

    static final String JOB = "digest";

    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private static final String DUE = """
            select t.topic from unnest(cast(? as text[])) t (topic) left join digest d on d.topic = t.topic
             where d.topic is null or d.at < ?
                or exists (select from outbox_number n join outbox o on o.position = n.position
                            where n.number > d.number and o.topic = t.topic and o.type <> all (?))
            """;

    private static final String NEXT = """
            insert into digest as told (topic, version, number, at) values (?, 1, 0, ?)
            on conflict (topic) do update set version = told.version + 1, at = excluded.at returning version
            """;

    /** What the statement sees of rows, it sees of the stream too. */
    private static final String CHANGED = """
            ), changed as (
                insert into digest_bucket as told (topic, bucket, content)
                select cast(? as text), bucket, coalesce(p.content, '{"count": 0}')
                  from present p full join (select bucket from digest_bucket where topic = ?) t using (bucket)
                on conflict (topic, bucket) do update set content = excluded.content
                 where told.content is distinct from excluded.content
                returning bucket, content)
            select r.number, cast(c.content || jsonb_build_object('bucket', c.bucket) as text) as content
              from outbox_relay r left join changed c on true order by c.bucket
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Jobs jobs;
    private final Outbox outbox;
    private final Map<String, DigestedRows> owned;

    TellDigests(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            Jobs jobs,
            Outbox outbox,
            @All List<Reconciled> rooms) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.jobs = jobs;
        this.outbox = outbox;
        this.owned = rooms.stream()
                .flatMap(room -> room.owned().stream())
                .collect(Collectors.toMap(DigestedRows::topic, Function.identity()));
    }

    private record Changed(long number, DigestEvent.@Nullable Bucket bucket) {}

    @Scheduled(every = "{isthmus.digests.every}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void start() {
        List<String> types =
                owned.keySet().stream().map(DigestEvent::type).distinct().toList();
        List<String> due = Query.of(DUE, owned.keySet(), clock.instant().minus(LONGEST_SILENCE), types)
                .list(database, row -> row.text("topic"));
        if (!due.isEmpty()) {
            QuarkusTransaction.requiringNew().run(() -> jobs.start(JOB, due));
        }
    }

    @Override
    public String name() {
        return JOB;
    }

    @Override
    public Optional<String> step(String topic, String cursor) {
        Instant now = clock.instant();
        int version = Query.of(NEXT, topic, now).only(database, row -> row.integer("version"));
        List<Changed> changed = Query.of("with present as (")
                .add(Objects.requireNonNull(owned.get(topic), topic).digest())
                .add(CHANGED, topic, topic)
                .list(database, this::changed);
        long number = changed.getFirst().number();
        Query.of("update digest set number = ? where topic = ?", number, topic).execute(database);
        List<DigestEvent.Bucket> buckets =
                changed.stream().flatMap(one -> Stream.ofNullable(one.bucket())).toList();
        outbox.addUnseen(new DigestEvent(topic, version, number, now, buckets));
        return Optional.empty();
    }

    private Changed changed(Row row) {
        String content = row.findText("content");
        return new Changed(
                row.number("number"), content == null ? null : Json.read(json, content, DigestEvent.Bucket.class));
    }
}
