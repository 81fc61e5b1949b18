package org.isthmus.funding.historical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.isthmus.funding.commitment.CommitmentKind;
import org.isthmus.funding.commitment.SampleCommitment;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.YearsNotKept;
import org.junit.jupiter.api.Test;

/** What a commitment of the past must say. */
class HistoricalCommitmentsTest {

    @Test
    void thePastNamesItsDocumentAndNoAction() {
        Faults faults = new Faults();
        new HistoricalCommitments(new YearsNotKept(Optional.of("1990-2016")))
                .check(SampleCommitment.asked(CommitmentKind.HISTORICAL, "1.00", "2010-12-20"), "", faults);

        assertThat(faults.list()).extracting(Fault::pointer).containsExactly("/source", "/actionId");
    }
}
