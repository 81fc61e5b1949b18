package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isthmus.kit.http.StrictJson;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What funding promises is what this service reads. */
class FundingContractTest {

    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper().findAndRegisterModules())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"booked", "changed"})
    void aStateIsReadWhole(String what) throws Exception {
        CommitmentState state =
                JSON.readValue(example("eu.isthmus.funding.commitment.%s.v1".formatted(what)), CommitmentState.class);

        assertThat(state.committed())
                .isEqualTo(state.outstanding().plus(state.paid()).plus(state.decommitted()));
        assertThat(state.version()).isPositive();
    }

    @Test
    void aRefusalTellsWhichSignatureItAnswersAndWhy() throws Exception {
        CommitmentEvents.Refused refusal =
                JSON.readValue(example("eu.isthmus.funding.commitment.refused.v1"), CommitmentEvents.Refused.class);

        assertThat(refusal.projectVersion()).isPositive();
        assertThat(refusal.detail()).isNotBlank();
    }

    private static String example(String type) {
        return Contracts.example("funding.commitments", type);
    }
}
