package org.isthmus.programming.coverage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.values.Money.euros;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.coverage.Coverage.Status;
import org.isthmus.programming.coverage.CoverageFigures.Projects;
import org.isthmus.programming.values.Share;
import org.junit.jupiter.api.Test;

class CoverageTest {

    @Test
    void theStatusFollowsTheMoney() {
        Coverage coverage = planned("1000.00");
        assertThat(coverage.status(coverage.figures().all())).isEqualTo(Status.PLANNED);

        coverage.refused("No appropriation");
        assertThat(coverage.status(coverage.figures().all())).isEqualTo(Status.REFUSED);

        coverage.allocated(euros("1000.00"));
        assertThat(coverage.status(coverage.figures().all())).isEqualTo(Status.ALLOCATED);

        coverage.recounted(committed("400.00", "0.00"));
        assertThat(coverage.status(coverage.figures().all())).isEqualTo(Status.COMMITTED);

        coverage.recounted(committed("400.00", "400.00"));
        assertThat(coverage.status(coverage.figures().all())).isEqualTo(Status.ALLOCATED);
    }

    @Test
    void whereDeedsFollowThePlanThereIsNoDrift() {
        Coverage coverage = planned("1000.00");
        coverage.allocated(euros("1000.00"));
        Projects one = new Projects(1, List.of(), List.of());
        coverage.recounted(committed("1000.00", "0.00", one));

        assertThat(coverage.drift(coverage.figures().all())).isEmpty();
    }

    @Test
    void everyDifferenceIsNamed() {
        Coverage coverage = planned("1000.00");
        coverage.allocated(euros("900.00"));
        coverage.recounted(committed("1300.00", "100.00"));

        assertThat(coverage.drift(coverage.figures().all()))
                .extracting(Coverage.Drift::code)
                .containsExactly("allocation-differs", "beyond-plan", "no-project");

        coverage.recounted(
                committed("1300.00", "100.00", new Projects(2, List.of("UA"), List.of("asylum-protection"))));
        assertThat(coverage.drift(coverage.figures().all()))
                .extracting(Coverage.Drift::detail)
                .contains("Projects work in UA too.", "Projects serve asylum-protection too.");
    }

    @Test
    void theDriftDoesNotTellThePublicOfAHiddenProject() {
        Projects hidden = new Projects(1, List.of(), List.of());
        Coverage coverage = planned("1000.00");
        coverage.allocated(euros("1000.00"));
        coverage.recounted(committed("1000.01", "0.00", hidden));

        assertThat(coverage.drift(coverage.figures().published())).isEmpty();
        assertThat(coverage.status(coverage.figures().published())).isEqualTo(Status.ALLOCATED);
    }

    private static Coverage planned(String indicative) {
        return new Coverage(
                UUID.randomUUID(),
                new Coverage.Planned(
                        UUID.randomUUID(),
                        "AWP",
                        "PROG",
                        2010,
                        null,
                        "AWP/1",
                        Text.of("en", "Mobility"),
                        List.of(Share.of("MD")),
                        List.of(),
                        List.of(Share.of("migration-development")),
                        euros(indicative)));
    }

    private static CoverageFigures committed(String committed, String decommitted) {
        return committed(committed, decommitted, Projects.NONE);
    }

    private static CoverageFigures committed(String committed, String decommitted, Projects all) {
        Money zero = Money.zero(Money.EUR);
        return new CoverageFigures(
                new CoverageFigures.Sums(euros(committed), euros(decommitted), zero, zero, zero, null, 1, all),
                CoverageFigures.Sums.NONE);
    }
}
