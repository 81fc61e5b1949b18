package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.jobs.Job;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.reconciliation.Check;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.values.Money;
import org.isthmus.programming.values.Share;

/**
 * Sums up anew what is known of one action and shows it where that changed. What others tell of an action's money is
 * counted by a job, once for all that was told meanwhile.
 */
@ApplicationScoped
class RecountCoverage implements Job, Reconciled {

    /** Of jobs whose subject is the id of an action. */
    static final String JOB = "coverage";

    /** Two rows: all there is, then what comes from published projects. */
    private static final String SUMS = """
            with deed as (
                select c.*, coalesce(p.published, false) as published
                  from known_commitment c left join known_project p on p.id = c.project_id
                 where c.action_id = ?),
            served as (
                select strands, countries, published from known_project
                 where id in (select id from known_project where action_id = ?
                              union select project_id from deed where committed > 0))
            select d.*, s.*
              from (values (1, false), (2, true)) reader (place, public_only)
             cross join lateral (
                select coalesce(sum(committed), 0) as committed, coalesce(sum(decommitted), 0) as decommitted,
                       sum(committed - decommitted) filter (where historical and committed > 0) as payments_unknown,
                       coalesce(bool_or(not historical) or not bool_or(historical and committed > 0), true) as is_known,
                       coalesce(sum(paid), 0) as paid, coalesce(sum(recovered), 0) as recovered,
                       coalesce(sum(outstanding), 0) as outstanding, cast(count(*) as int) as commitments
                  from deed where published or not public_only) d
             cross join lateral (
                select cast(count(*) as int) as projects,
                       array(select distinct code from served, unnest(countries) code
                              where published or not public_only order by code) as countries,
                       array(select distinct code from served, unnest(strands) code
                              where published or not public_only order by code) as strands
                  from served where published or not public_only) s
             order by reader.place
            """;

    private final EntityManager entityManager;
    private final DataSource database;
    private final CoverageViews views;

    RecountCoverage(EntityManager entityManager, DataSource database, CoverageViews views) {
        this.entityManager = entityManager;
        this.database = database;
        this.views = views;
    }

    /** Of what is being counted nothing is said. */
    @Override
    public List<Check> checks() {
        return List.of(new Check(
                "COVERAGE",
                "Each action's coverage is the sum of its commitments",
                "select count(*) from coverage",
                """
            select v.reference, concat_ws(' - ', round(k.committed, 2), round(k.decommitted, 2), round(k.paid, 2)),
                   concat_ws(' - ', c.committed, c.decommitted, c.paid)
              from (select id, (figures #>> '{all,committed,amount}')::numeric as committed,
                           (figures #>> '{all,decommitted,amount}')::numeric as decommitted,
                           coalesce((figures #>> '{all,paid,amount}')::numeric, 0) as paid
                      from coverage) c
              left join coverage_view v on v.id = c.id
             cross join lateral (
                   select coalesce(sum(committed), 0) as committed, coalesce(sum(decommitted), 0) as decommitted,
                          coalesce(sum(paid), 0) as paid
                     from known_commitment where action_id = c.id) k
             where (c.committed, c.decommitted, c.paid) is distinct from (k.committed, k.decommitted, k.paid)
               and not exists (select from job j where j.state = 'OPEN' and j.name = 'coverage' and j.subject = c.id::text)
            """));
    }

    @Override
    public List<DigestedRows> copies() {
        return List.of(DigestedRows.of("funding.allocations", "coverage", """
                        select c.id as key, c.id, v.reference as name, (c.allocation #>> '{amount,amount}')::numeric as amount
                          from coverage c join coverage_view v on v.id = c.id where c.allocation is not null
                        """)
                .amounts("amount")
                .byEvent());
    }

    @Override
    public String name() {
        return JOB;
    }

    /** An action that is not adopted, or not known yet, is counted once its adoption is told. */
    @Override
    public Optional<String> step(String action, String cursor) {
        Coverage coverage = entityManager.find(Coverage.class, UUID.fromString(action), LockModeType.PESSIMISTIC_WRITE);
        if (coverage != null) {
            of(coverage);
        }
        return Optional.empty();
    }

    /** One that is new, or whose plan or allocation changed as well. */
    void of(Coverage coverage) {
        coverage.recounted(count(coverage));
        entityManager.flush();
        views.keep(coverage);
    }

    private CoverageFigures count(Coverage coverage) {
        List<CoverageFigures.Sums> sums =
                Query.of(SUMS, coverage.id(), coverage.id()).list(database, row -> sums(coverage.planned(), row));
        return new CoverageFigures(sums.getFirst(), sums.getLast());
    }

    private static CoverageFigures.Sums sums(Coverage.Planned planned, Row row) {
        boolean isKnown = row.flag("is_known");
        BigDecimal unknown = row.findDecimal("payments_unknown");
        return new CoverageFigures.Sums(
                Money.euros(row.decimal("committed")),
                Money.euros(row.decimal("decommitted")),
                isKnown ? Money.euros(row.decimal("paid")) : null,
                isKnown ? Money.euros(row.decimal("recovered")) : null,
                isKnown ? Money.euros(row.decimal("outstanding")) : null,
                unknown == null ? null : Money.euros(unknown),
                row.integer("commitments"),
                new CoverageFigures.Projects(
                        row.integer("projects"),
                        others(row.texts("countries"), planned.countries()),
                        others(row.texts("strands"), planned.strands())));
    }

    /** Codes that the plan does not name; a plan that names none sets no bounds. */
    private static List<String> others(List<String> codes, List<Share> planned) {
        List<String> named = planned.stream().map(Share::code).toList();
        return named.isEmpty()
                ? List.of()
                : codes.stream().filter(code -> !named.contains(code)).toList();
    }
}
