package org.isthmus.programming.coverage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.isthmus.kit.money.Money;
import org.isthmus.programming.coverage.ClaimsView.Compared;
import org.isthmus.programming.coverage.ClaimsView.Definition;
import org.isthmus.programming.coverage.ClaimsView.Measured;
import org.isthmus.programming.programme.ProgrammeRegister.Known;
import org.isthmus.programming.programme.ProgrammeRegister.KnownClaim;

/**
 * Puts what sources claim beside what is recorded.
 *
 * <p>Sources rarely say which programme paid a project, so all recorded projects count, and the answer tells how many of
 * them are known to belong to the programme. Historical commitments count; payments were never printed.
 */
@ApplicationScoped
class CompareClaims {

    private static final String PROJECTS = """
            select cast(count(*) filter (where start_on >= :since) as numeric) as recorded,
                   cast(count(*) filter (where start_on >= :since and programme = :programme) as numeric) as inside,
                   cast(count(*) filter (where start_on >= :since and programme is null) as numeric) as nowhere,
                   cast(count(*) filter (where start_on < :since) as numeric) as before,
                   cast(count(*) filter (where start_on is null) as numeric) as undated
            from known_project where published or :official
            """;

    private static final String AMOUNTS = """
            select coalesce(sum(c.committed - c.decommitted) filter (where c.effective_on >= :since), 0) as recorded,
                   coalesce(sum(c.committed - c.decommitted)
                       filter (where c.effective_on >= :since and p.programme = :programme), 0) as inside,
                   coalesce(sum(c.committed - c.decommitted)
                       filter (where c.effective_on >= :since and p.programme is null), 0) as nowhere,
                   coalesce(sum(c.committed - c.decommitted) filter (where c.effective_on < :since), 0) as before,
                   coalesce(sum(c.committed - c.decommitted) filter (where c.effective_on is null), 0) as undated
            from known_commitment c left join known_project p on p.id = c.project_id
            where p.published or :official
            """;

    private final EntityManager entityManager;

    CompareClaims(EntityManager entityManager) {
        this.entityManager = entityManager;
    }

    ClaimsView of(Known programme, boolean official) {
        List<Compared> claims = programme.claims().stream()
                .map(claim -> compared(claim, programme.code(), official))
                .toList();
        return new ClaimsView(programme.code(), claims);
    }

    private Compared compared(KnownClaim claim, String programme, boolean official) {
        LocalDate since = claim.since().first();
        boolean amounts = claim.amount() != null;
        Tuple row = (Tuple) entityManager
                .createNativeQuery(amounts ? AMOUNTS : PROJECTS, Tuple.class)
                .setParameter("since", since)
                .setParameter("programme", programme)
                .setParameter("official", official)
                .getSingleResult();
        Measured claimed = new Measured(claim.count(), claim.amount());
        Measured recorded = measured(row, "recorded", amounts);
        return new Compared(
                claim.label(),
                amounts ? "AMOUNT" : "PROJECTS",
                claim.approximate(),
                claim.since(),
                claim.source(),
                claimed,
                recorded,
                difference(claimed, recorded),
                new Definition(
                        amounts
                                ? "Commitments less decommitments, historical ones included, by their date"
                                : "Projects by their start",
                        since,
                        measured(row, "inside", amounts),
                        measured(row, "nowhere", amounts),
                        measured(row, "before", amounts),
                        measured(row, "undated", amounts)));
    }

    private static Measured measured(Tuple row, String column, boolean amount) {
        BigDecimal value = row.get(column, BigDecimal.class);
        return amount ? new Measured(null, Money.euros(value)) : new Measured(value.intValueExact(), null);
    }

    private static Measured difference(Measured claimed, Measured recorded) {
        return claimed.amount() != null && recorded.amount() != null
                ? new Measured(null, claimed.amount().minus(recorded.amount()))
                : new Measured(count(claimed) - count(recorded), null);
    }

    private static int count(Measured measured) {
        return measured.count() == null ? 0 : measured.count();
    }
}
