package org.isthmus.kit.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.isthmus.kit.money.Money;
import org.isthmus.kit.report.Attribution.Line;
import org.jspecify.annotations.Nullable;

/** To what the money of each project and action belongs: copies of what owners tell, now and at every earlier time. */
@ApplicationScoped
public class Attributions {

    private final EntityManager database;
    private final Clock clock;

    Attributions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What the owner tells of a subject.
     *
     * @param umbrella whose contribution contains the one told here
     */
    public record Told(
            UUID subject,
            String reference,
            boolean published,
            @Nullable String programme,
            @Nullable UUID umbrella,
            @Nullable Money contribution,
            Attribution attribution) {}

    /** Writes what differs from what is known already; the earlier stays readable as of its time. */
    public void learn(Told told) {
        learn(told, clock.instant());
    }

    /** The same, known from a time on that is just past. */
    public void learn(Told told, Instant from) {
        Instant now = from.truncatedTo(ChronoUnit.MICROS);
        learnSubject(told, now);
        Line programme = new Line(
                Attribution.WHOLE, told.programme(), told.programme() == null ? "no programme" : null, null, null);
        learn(told.subject(), "PROGRAMME", List.of(programme), now);
        learn(told.subject(), "STRAND", told.attribution().strandLines(), now);
        learn(told.subject(), "PLACE", told.attribution().placeLines(), now);
    }

    /** It is hidden from all but officials, in the past too. */
    public void hide(UUID subject) {
        database.createNativeQuery("update attributed_subject set published = false where subject = :subject")
                .setParameter("subject", subject)
                .executeUpdate();
    }

    private void learnSubject(Told told, Instant now) {
        Money contribution = told.contribution();
        database.createNativeQuery("update attributed_subject set published = :published where subject = :subject")
                .setParameter("published", told.published())
                .setParameter("subject", told.subject())
                .executeUpdate();
        // one that is told without a change keeps its row
        String same = """
                 reference = :reference and umbrella is not distinct from cast(:umbrella as uuid)
                 and contribution is not distinct from cast(:amount as numeric(19, 4))
                 and currency is not distinct from cast(:currency as text)
                """;
        write("""
                update attributed_subject set recorded_to = :now
                 where subject = :subject and recorded_to is null and not (%s) and cast(:published as boolean) is not null
                """.formatted(same), told, contribution, now);
        write("""
                insert into attributed_subject
                    (subject, reference, published, umbrella, contribution, currency, recorded_from)
                select :subject, :reference, :published, cast(:umbrella as uuid), cast(:amount as numeric(19, 4)),
                       cast(:currency as text), :now
                 where not exists (select from attributed_subject where subject = :subject and recorded_to is null)
                """, told, contribution, now);
    }

    private void write(String sql, Told told, @Nullable Money contribution, Instant now) {
        database.createNativeQuery(sql)
                .setParameter("subject", told.subject())
                .setParameter("reference", told.reference())
                .setParameter("published", told.published())
                .setParameter(
                        "umbrella",
                        told.umbrella() == null ? null : told.umbrella().toString())
                .setParameter(
                        "amount",
                        contribution == null ? null : contribution.amount().toPlainString())
                .setParameter(
                        "currency",
                        contribution == null ? null : contribution.currency().getCurrencyCode())
                .setParameter("now", now)
                .executeUpdate();
    }

    private void learn(UUID subject, String dimension, List<Line> lines, Instant now) {
        if (lines.equals(known(subject, dimension))) {
            return;
        }
        database.createNativeQuery("""
                        update attributed_share set recorded_to = :now
                         where subject = :subject and dimension = :dimension and recorded_to is null
                        """)
                .setParameter("now", now)
                .setParameter("subject", subject)
                .setParameter("dimension", dimension)
                .executeUpdate();
        for (int i = 0; i < lines.size(); i++) {
            add(subject, dimension, i, lines.get(i), now);
        }
    }

    private List<Line> known(UUID subject, String dimension) {
        List<Tuple> rows = database.unwrap(Session.class)
                .createNativeQuery("""
                        select share, code, reason, region, region_reason from attributed_share
                         where subject = :subject and dimension = :dimension and recorded_to is null order by line
                        """, Tuple.class)
                .setParameter("subject", subject)
                .setParameter("dimension", dimension)
                .getResultList();
        return rows.stream()
                .map(row -> new Line(
                        row.get(0, BigDecimal.class),
                        row.get(1, String.class),
                        row.get(2, String.class),
                        row.get(3, String.class),
                        row.get(4, String.class)))
                .toList();
    }

    private void add(UUID subject, String dimension, int at, Line line, Instant now) {
        database.createNativeQuery("""
                        insert into attributed_share
                            (subject, dimension, line, share, code, reason, region, region_reason, recorded_from)
                        values (:subject, :dimension, :line, :share, cast(:code as text), cast(:reason as text),
                                cast(:region as text), cast(:regionReason as text), :now)
                        """)
                .setParameter("subject", subject)
                .setParameter("dimension", dimension)
                .setParameter("line", at)
                .setParameter("share", line.share())
                .setParameter("code", line.code())
                .setParameter("reason", line.reason())
                .setParameter("region", line.region())
                .setParameter("regionReason", line.regionReason())
                .setParameter("now", now)
                .executeUpdate();
    }
}
