package org.isthmus.funding.historical;

import static org.assertj.core.api.Assertions.assertThat;

import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.SampleCommitment;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.junit.jupiter.api.Test;

/** What a commitment of the past must say. */
class HistoricalCommitmentsTest {

    @Test
    void thePastNamesItsDocumentAndNoAction() {
        Faults faults = new Faults();
        new HistoricalCommitments()
                .check(SampleCommitment.asked(CommitmentKind.HISTORICAL, "1.00", "2010-12-20"), "", faults);

        assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/source", "/actionId");
    }
}
