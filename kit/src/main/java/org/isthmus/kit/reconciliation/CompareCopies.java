package org.isthmus.kit.reconciliation;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.reconciliation.ComparedCopy.State;
import org.isthmus.kit.reconciliation.Reconciliation.Difference;
import org.jspecify.annotations.Nullable;

/**
 * Compares each copy, as it stands, with the digest that its owner told last, bucket by bucket. A bucket differs only where
 * nothing that may explain it is under way: nothing of it was heard that is later than the digest, and what is earlier has
 * had the time that an event may wait.
 */
@ApplicationScoped
class CompareCopies {

    private static final int MOST = 100;

    private static final String BUCKETS = """
            ) select d.number, d.at, b.*,
                   coalesce(b.bucket in (select part from heard where topic = ? and number > d.number), false) as moved
              from (values (cast(? as text))) c (topic)
              left join digest d on d.topic = c.topic
              left join (select coalesce(t.bucket, h.bucket) as bucket, cast(t.content as text) as told,
                                cast(h.content as text) as here, coalesce(h.names, '{}') as names
                           from (select * from digest_bucket where topic = ?) t
                           full join here h on h.bucket = t.bucket) b on true
             order by b.bucket
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final Duration patience;
    private final List<DigestedRows> copies;

    CompareCopies(
            DataSource database,
            ObjectMapper json,
            Clock clock,
            @ConfigProperty(name = "isthmus.events.patience") Duration patience,
            @All List<Reconciled> rooms) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.patience = patience;
        this.copies = rooms.stream()
                .flatMap(room -> room.copies().stream())
                .sorted(Comparator.comparing(DigestedRows::topic).thenComparing(DigestedRows::kept))
                .toList();
    }

    /** Both sides of a bucket, and whether it waits for what is under way. */
    private record Pair(
            int bucket, DigestEvent.Bucket told, DigestEvent.Bucket here, List<String> names, boolean moved) {}

    private record Side(
            @Nullable Long number,
            @Nullable Instant at,
            @Nullable Pair pair) {}

    List<ComparedCopy> all() {
        return copies.stream().map(this::compare).toList();
    }

    private ComparedCopy compare(DigestedRows copy) {
        List<Side> sides = Query.of("with here as (")
                .add(copy.digest())
                .add(BUCKETS, copy.topic(), copy.topic(), copy.topic())
                .list(database, this::side);
        List<Pair> pairs =
                sides.stream().flatMap(side -> Stream.ofNullable(side.pair())).toList();
        Instant at = sides.getFirst().at();
        Instant now = clock.instant();
        boolean isSettled = at != null && at.isBefore(now.minus(patience));
        List<Pair> compared = new ArrayList<>();
        List<Difference> differences = new ArrayList<>();
        for (Pair pair : at == null ? List.<Pair>of() : pairs) {
            List<String> parted = parted(copy, pair);
            if (parted.isEmpty() || isSettled && !pair.moved()) {
                compared.add(pair);
            }
            if (!parted.isEmpty() && isSettled && !pair.moved() && differences.size() < MOST) {
                differences.add(difference(pair, parted));
            }
        }
        return new ComparedCopy(
                copy.kept(),
                copy.topic().substring(0, copy.topic().indexOf('.')),
                copy.topic(),
                state(at, differences, compared.size() < pairs.size()),
                at,
                at == null ? null : Duration.between(at, now).toSeconds(),
                sides.getFirst().number(),
                pairs.stream().mapToLong(pair -> pair.told().count()).sum(),
                pairs.stream().mapToLong(pair -> pair.here().count()).sum(),
                compared.stream().mapToLong(pair -> pair.here().count()).sum(),
                copy.amounts().stream().map(amount -> total(amount, compared)).toList(),
                differences);
    }

    private static State state(@Nullable Instant at, List<Difference> differences, boolean isMoving) {
        if (at == null) {
            return State.NOT_TOLD;
        }
        return !differences.isEmpty() ? State.DIFFERS : isMoving ? State.MOVING : State.AGREES;
    }

    /** In what the two sides part: the number of things, or members and amounts that both tell. */
    private static List<String> parted(DigestedRows copy, Pair pair) {
        List<String> parted = new ArrayList<>();
        if (pair.told().count() != pair.here().count()) {
            parted.add("count");
        }
        if (pair.told().count() > 0 && pair.here().count() > 0) {
            Stream.concat(copy.members().stream(), copy.amounts().stream())
                    .filter(member -> pair.told().hashes().containsKey(member))
                    .filter(member -> !Objects.equals(
                            pair.told().hashes().get(member),
                            pair.here().hashes().get(member)))
                    .forEach(parted::add);
        }
        return parted;
    }

    private static Difference difference(Pair pair, List<String> parted) {
        return new Difference(
                "%s of those whose key ends with %02x; here: %s"
                        .formatted(
                                String.join(", ", parted),
                                pair.bucket(),
                                pair.names().isEmpty() ? "none" : String.join(", ", pair.names())),
                said(pair.told()),
                said(pair.here()));
    }

    private static String said(DigestEvent.Bucket side) {
        StringBuilder said = new StringBuilder(Long.toString(side.count()));
        side.sums().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(sum -> said.append(", %s %s".formatted(sum.getKey(), sum.getValue())));
        return said.toString();
    }

    private static ComparedCopy.Total total(String amount, List<Pair> compared) {
        return new ComparedCopy.Total(
                amount,
                sum(amount, compared.stream().map(Pair::told)),
                sum(amount, compared.stream().map(Pair::here)));
    }

    private static String sum(String amount, Stream<DigestEvent.Bucket> buckets) {
        return buckets.flatMap(bucket -> Stream.ofNullable(bucket.sums().get(amount)))
                .map(BigDecimal::new)
                .reduce(new BigDecimal("0.00"), BigDecimal::add)
                .toPlainString();
    }

    private Side side(Row row) {
        Integer bucket = row.findInteger("bucket");
        return new Side(
                row.findNumber("number"),
                row.findInstant("at"),
                bucket == null
                        ? null
                        : new Pair(
                                bucket,
                                bucket(row.findText("told")),
                                bucket(row.findText("here")),
                                row.texts("names"),
                                row.flag("moved")));
    }

    private DigestEvent.Bucket bucket(@Nullable String content) {
        return content == null ? DigestEvent.Bucket.EMPTY : Json.read(json, content, DigestEvent.Bucket.class);
    }
}
