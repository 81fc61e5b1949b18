package org.isthmus.funding.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.isthmus.kit.values.Money.euros;

import org.junit.jupiter.api.Test;

/** What is paid and given back never passes what is committed. */
class CommitmentTest {

    @Test
    void whatIsPaidAndGivenBackNeverPassesThePromise() {
        Commitment commitment = SampleCommitment.of("100.00");
        commitment.pay(euros("60.00"), SampleCommitment.movement());
        commitment.decommit(euros("40.00"), SampleCommitment.movement());

        assertThat(commitment.status()).isEqualTo(CommitmentStatus.SETTLED);
        assertThat(commitment.outstanding()).isEqualTo(euros("0.00"));
        assertThatThrownBy(() -> commitment.pay(euros("0.01"), SampleCommitment.movement()))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPromiseUndoneIsReversed() {
        Commitment commitment = SampleCommitment.of("100.00");

        commitment.correct(euros("-100.00"), euros("0.00"), euros("0.00"), SampleCommitment.movement());

        assertThat(commitment.status()).isEqualTo(CommitmentStatus.REVERSED);
    }
}
