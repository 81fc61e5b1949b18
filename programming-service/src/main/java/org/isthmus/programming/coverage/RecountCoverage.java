package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.money.Money;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/** Sums up anew what is known of one action and shows it where that changed. */
@ApplicationScoped
class RecountCoverage {

    private final EntityManager entityManager;
    private final CoverageViews views;

    RecountCoverage(EntityManager entityManager, CoverageViews views) {
        this.entityManager = entityManager;
        this.views = views;
    }

    /** An action that is not adopted, or not known yet, is counted once its adoption is told. */
    void of(UUID actionId) {
        Coverage coverage = entityManager.find(Coverage.class, actionId, LockModeType.PESSIMISTIC_WRITE);
        if (coverage != null) {
            of(coverage);
        }
    }

    /** One that is new, or whose plan or allocation changed as well. */
    void of(Coverage coverage) {
        coverage.recounted(count(coverage));
        entityManager.flush();
        views.keep(coverage);
    }

    private CoverageFigures count(Coverage coverage) {
        return new CoverageFigures(sums(coverage, false), sums(coverage, true));
    }

    private CoverageFigures.Sums sums(Coverage coverage, boolean publishedOnly) {
        Tuple sums = (Tuple) entityManager
                .createNativeQuery("""
                        select coalesce(sum(committed), 0) as committed, coalesce(sum(decommitted), 0) as decommitted,
                               coalesce(sum(paid), 0) as paid, coalesce(sum(recovered), 0) as recovered,
                               coalesce(sum(outstanding), 0) as outstanding, cast(count(*) as int) as commitments
                        from known_commitment c
                        where action_id = :action
                          and (not :publishedOnly
                               or exists (select 1 from known_project p where p.id = c.project_id and p.published))
                        """, Tuple.class)
                .setParameter("action", coverage.id())
                .setParameter("publishedOnly", publishedOnly)
                .getSingleResult();
        return new CoverageFigures.Sums(
                euros(sums, "committed"),
                euros(sums, "decommitted"),
                euros(sums, "paid"),
                euros(sums, "recovered"),
                euros(sums, "outstanding"),
                sums.get("commitments", Integer.class),
                projects(coverage, publishedOnly));
    }

    private CoverageFigures.Projects projects(Coverage coverage, boolean publishedOnly) {
        Coverage.Planned planned = coverage.planned();
        Tuple row = (Tuple) entityManager
                .createNativeQuery("""
                        with p as (select strands, countries from known_project
                                   where action_id = :action and (published or not :publishedOnly))
                        select cast((select count(*) from p) as int) as projects,
                               (select string_agg(distinct c, ' ' order by c) from p, unnest(countries) c) as countries,
                               (select string_agg(distinct s, ' ' order by s) from p, unnest(strands) s) as strands
                        """, Tuple.class)
                .setParameter("action", coverage.id())
                .setParameter("publishedOnly", publishedOnly)
                .getSingleResult();
        return new CoverageFigures.Projects(
                row.get("projects", Integer.class),
                others(row.get("countries", String.class), planned.countries()),
                others(row.get("strands", String.class), planned.strands()));
    }

    /** Codes that the plan does not name; a plan that names none sets no bounds. */
    private static List<String> others(@Nullable String codes, List<Share> planned) {
        if (codes == null || planned.isEmpty()) {
            return List.of();
        }
        List<String> named = planned.stream().map(Share::code).toList();
        return Arrays.stream(codes.split(" "))
                .filter(code -> !named.contains(code))
                .toList();
    }

    private static Money euros(Tuple sums, String column) {
        return Money.euros(sums.get(column, BigDecimal.class));
    }
}
