package org.isthmus.funding.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The parts of each project's and action's money, now and at every earlier time that we knew them. */
@ApplicationScoped
class Attributions {

    private final EntityManager database;
    private final Clock clock;

    Attributions(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    static List<Share> orNone(@Nullable List<Share> shares) {
        return shares == null ? List.of() : shares;
    }

    /** Writes what differs from what is known already; the earlier stays readable as of its time. */
    void learn(UUID subject, Map<Dimension, List<Part>> parts) {
        Map<Dimension, List<Part>> known = known(subject);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        new EnumMap<>(parts).forEach((dimension, ofDimension) -> {
            if (!ofDimension.equals(known.get(dimension))) {
                overtake(subject, dimension, now);
                for (int line = 0; line < ofDimension.size(); line++) {
                    add(subject, dimension, line, ofDimension.get(line), now);
                }
            }
        });
    }

    private Map<Dimension, List<Part>> known(UUID subject) {
        Map<Dimension, List<Part>> known = new EnumMap<>(Dimension.class);
        List<Tuple> rows = database.unwrap(Session.class)
                .createNativeQuery("""
                        select dimension, code, share, reason from attribution
                         where subject = :subject and recorded_to is null order by dimension, line
                        """, Tuple.class)
                .setParameter("subject", subject)
                .getResultList();
        for (Tuple row : rows) {
            known.computeIfAbsent(Dimension.valueOf(row.get(0, String.class)), dimension -> new ArrayList<>())
                    .add(new Part(row.get(1, String.class), row.get(2, BigDecimal.class), row.get(3, String.class)));
        }
        return known;
    }

    private void overtake(UUID subject, Dimension dimension, Instant now) {
        database.createNativeQuery("""
                        update attribution set recorded_to = :now
                         where subject = :subject and dimension = :dimension and recorded_to is null
                        """)
                .setParameter("now", now)
                .setParameter("subject", subject)
                .setParameter("dimension", dimension.name())
                .executeUpdate();
    }

    private void add(UUID subject, Dimension dimension, int line, Part part, Instant now) {
        database.createNativeQuery("""
                        insert into attribution (subject, dimension, line, code, share, reason, recorded_from)
                        values (:subject, :dimension, :line, cast(:code as text), :share, cast(:reason as text), :now)
                        """)
                .setParameter("subject", subject)
                .setParameter("dimension", dimension.name())
                .setParameter("line", line)
                .setParameter("code", part.code())
                .setParameter("share", part.share())
                .setParameter("reason", part.reason())
                .setParameter("now", now)
                .executeUpdate();
    }
}
