package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.UUID;
import org.isthmus.kit.http.StrictJson;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.projects.money.CommitmentConsumer.CommitmentRefused;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

/** What funding promises is what this service reads. */
class FundingContractTest {

    private static final UUID PROJECT = UUID.fromString("01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4411");
    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper().findAndRegisterModules())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void aBookingIsReadWhole() throws Exception {
        assertThat(JSON.readValue(example("eu.isthmus.funding.commitment.booked.v1"), CommitmentState.class))
                .isEqualTo(state(1, "0.00", "0.00", "1500000.00", "2010-12-20"));
    }

    @Test
    void aChangeIsReadWhole() throws Exception {
        assertThat(JSON.readValue(example("eu.isthmus.funding.commitment.changed.v1"), CommitmentState.class))
                .isEqualTo(state(2, "100000.00", "400000.00", "1000000.00", "2011-06-30"));
    }

    @Test
    void aRefusalTellsWhichSignatureItAnswersAndWhy() throws Exception {
        assertThat(JSON.readValue(example("eu.isthmus.funding.commitment.refused.v1"), CommitmentRefused.class))
                .isEqualTo(new CommitmentRefused(
                        PROJECT,
                        "DCI-MIGR 2010/255-200",
                        4,
                        "allocation-exceeded",
                        "2500000.00 EUR is asked for, 2000000.00 EUR is left of the allocation of AWP-2010-2/1."));
    }

    private static CommitmentState state(
            int version, String decommitted, String paid, String outstanding, String movementOn) {
        return new CommitmentState(
                UUID.fromString("01932f6e-0000-7000-8000-00000000d001"),
                version,
                "DCI-MIGR 2010/255-200",
                PROJECT,
                UUID.fromString("01932f6e-0000-7000-8000-00000000a201"),
                false,
                PartialDate.parse("2010-12-20"),
                "OPEN",
                Money.euros("1500000.00"),
                Money.euros(decommitted),
                Money.euros(paid),
                Money.euros("0.00"),
                Money.euros(outstanding),
                PartialDate.parse(movementOn));
    }

    private static String example(String type) {
        return Contracts.example("funding.commitments", type);
    }
}
