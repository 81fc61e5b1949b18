package org.isthmus.funding.decommitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.values.Money.euros;

import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.SampleCommitment;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PartialDate;
import org.junit.jupiter.api.Test;

/** What must hold before money is given back. */
class DecommitmentRulesTest {

    @Test
    void neverMoreIsGivenBackThanIsOutstanding() {
        Commitment commitment = SampleCommitment.of("100.00");
        commitment.pay(euros("30.00"), SampleCommitment.movement());

        assertThat(decommitment(commitment, "70.01", "2010-12-21")).isEqualTo("outstanding-exceeded");
        assertThat(decommitment(commitment, "70.00", "2010-12-21")).isEmpty();
        assertThat(decommitment(commitment, "0.00", "2010-12-21")).isEqualTo("amount-not-positive");
        assertThat(decommitment(commitment, "1.00", "2010-12-19")).isEqualTo("before-commitment");
    }

    private static String decommitment(Commitment commitment, String amount, String on) {
        Faults faults = new Faults();
        DecommitmentRules.check(
                commitment, new NewDecommitment(euros(amount), PartialDate.parse(on), "Less was spent"), faults);
        return String.join(",", faults.list().stream().map(Fault::code).toList());
    }
}
