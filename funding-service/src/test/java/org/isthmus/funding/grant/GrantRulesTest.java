package org.isthmus.funding.grant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.values.Money.euros;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.SampleCommitment;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What must hold before a grant is committed. */
class GrantRulesTest {

    private static final LocalDate DECIDED = LocalDate.of(2010, 11, 30);

    @Test
    void aFinancingDecisionPrecedesAnyCommitment() {
        assertThat(codes(LocalDate.of(2010, 11, 29), DECIDED, 0)).isEqualTo("before-financing-decision");
        assertThat(codes(DECIDED, DECIDED, 0)).isEmpty();
        assertThat(codes(DECIDED, null, 0)).isEqualTo("before-financing-decision");
    }

    @Test
    void nothingIsPromisedFromAWithdrawnAction() {
        Faults faults = new Faults();
        DrawableAllocation withdrawn = new DrawableAllocation(
                UUID.randomUUID(), "A/1", UUID.randomUUID(), "L", 2010, DECIDED, euros("9.00"), euros("9.00"), true);

        GrantRules.checkWithdrawn(withdrawn, faults);

        assertThat(faults.list()).extracting(Fault::code).containsExactly("action-withdrawn");
    }

    @Test
    void whatIsPromisedAndAskedStaysWithinTheDecisionInForce() {
        assertThat(beyond("100.00", "60.00", "1000.00")).isEmpty();
        assertThat(beyond("100.01", "60.00", "1000.00")).isEqualTo("financing-decision-exceeded");
    }

    @Test
    void aGrantIsSignedByTheEndOfItsBudgetYear() {
        assertThat(codes(LocalDate.of(2010, 12, 31), DECIDED, 0)).isEmpty();
        assertThat(codes(LocalDate.of(2011, 1, 1), DECIDED, 0)).isEqualTo("signed-too-late");
    }

    @Test
    void theYearsToSignAreConfiguration() {
        assertThat(codes(LocalDate.of(2011, 12, 31), DECIDED, 1)).isEmpty();
        assertThat(codes(LocalDate.of(2012, 1, 1), DECIDED, 1)).isEqualTo("signed-too-late");
    }

    @Test
    void aSignatureHasADayThatIsKnown() {
        Faults faults = new Faults();
        new GrantCommitments(() -> 0)
                .check(SampleCommitment.asked(CommitmentKind.INDIVIDUAL, "1.00", "2010"), "/movements/3", faults);

        assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/movements/3/effectiveOn");
    }

    private static String codes(LocalDate signedOn, @Nullable LocalDate decidedOn, int yearsToSign) {
        Faults faults = new Faults();
        GrantRules.checkDates(signedOn, drawable(decidedOn), yearsToSign, faults);
        return String.join(",", faults.list().stream().map(Fault::code).toList());
    }

    /** 1040.00 is decided. */
    private static String beyond(String asked, String left, String allocated) {
        Faults faults = new Faults();
        DrawableAllocation drawable = new DrawableAllocation(
                UUID.randomUUID(),
                "A/1",
                UUID.randomUUID(),
                "L",
                2010,
                DECIDED,
                euros(allocated),
                euros("1040.00"),
                false);
        GrantRules.checkDecided(euros(asked), drawable, euros(left), faults);
        return String.join(",", faults.list().stream().map(Fault::code).toList());
    }

    private static DrawableAllocation drawable(@Nullable LocalDate decidedOn) {
        return new DrawableAllocation(
                UUID.randomUUID(),
                "AWP-2010-2/1",
                UUID.randomUUID(),
                "19 02 01",
                2010,
                decidedOn,
                euros("100.00"),
                euros("100.00"),
                false);
    }
}
