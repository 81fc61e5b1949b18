package org.isthmus.funding.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isthmus.kit.values.Money.euros;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.funding.allocation.DrawableAllocation;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CommitmentRulesTest {

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

        CommitmentRules.checkWithdrawn(withdrawn, faults);

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
    void neverMoreIsGivenBackThanIsOutstanding() {
        Commitment commitment = promised("100.00");
        commitment.pay(euros("30.00"), UUID.randomUUID());

        assertThat(decommitment(commitment, "70.01", "2010-12-21")).isEqualTo("outstanding-exceeded");
        assertThat(decommitment(commitment, "70.00", "2010-12-21")).isEmpty();
        assertThat(decommitment(commitment, "0.00", "2010-12-21")).isEqualTo("amount-not-positive");
        assertThat(decommitment(commitment, "1.00", "2010-12-19")).isEqualTo("before-commitment");
    }

    @Test
    void whatIsPaidAndGivenBackNeverPassesThePromise() {
        Commitment commitment = promised("100.00");
        commitment.pay(euros("60.00"), UUID.randomUUID());
        commitment.decommit(euros("40.00"), UUID.randomUUID());

        assertThat(commitment.status()).isEqualTo(CommitmentStatus.SETTLED);
        assertThat(commitment.outstanding()).isEqualTo(euros("0.00"));
        assertThatThrownBy(() -> commitment.pay(euros("0.01"), UUID.randomUUID()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPromiseUndoneIsReversed() {
        Commitment commitment = promised("100.00");

        commitment.correct(euros("-100.00"), euros("0.00"), euros("0.00"), UUID.randomUUID());

        assertThat(commitment.status()).isEqualTo(CommitmentStatus.REVERSED);
    }

    @Test
    void thePastNamesItsDocumentAndNoAction() {
        Faults faults = new Faults();
        FieldRules.check(asked(CommitmentKind.HISTORICAL, "1.00", "2010-12-20"), "", faults);

        assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/source", "/actionId");
    }

    @Test
    void aSignatureHasADayThatIsKnown() {
        Faults faults = new Faults();
        FieldRules.check(asked(CommitmentKind.INDIVIDUAL, "1.00", "2010"), "/movements/3", faults);

        assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/movements/3/effectiveOn");
    }

    private static String codes(LocalDate signedOn, @Nullable LocalDate decidedOn, int yearsToSign) {
        Faults faults = new Faults();
        CommitmentRules.checkDates(signedOn, drawable(decidedOn), yearsToSign, faults);
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
        CommitmentRules.checkDecided(euros(asked), drawable, euros(left), faults);
        return String.join(",", faults.list().stream().map(Fault::code).toList());
    }

    private static String decommitment(Commitment commitment, String amount, String on) {
        Faults faults = new Faults();
        CommitmentRules.checkDecommitment(
                commitment, new NewDecommitment(euros(amount), LocalDate.parse(on), "Less was spent"), faults);
        return String.join(",", faults.list().stream().map(Fault::code).toList());
    }

    private static Commitment promised(String amount) {
        return Commitment.individual(
                UUID.randomUUID(),
                asked(CommitmentKind.INDIVIDUAL, amount, "2010-12-20"),
                drawable(DECIDED),
                UUID.randomUUID());
    }

    private static NewCommitment asked(CommitmentKind kind, String amount, String on) {
        return new NewCommitment(
                kind,
                UUID.randomUUID(),
                "G-1",
                euros(amount),
                PartialDate.parse(on),
                UUID.randomUUID(),
                "Grant signed",
                null);
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
