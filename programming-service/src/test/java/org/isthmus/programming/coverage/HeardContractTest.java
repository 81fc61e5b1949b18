package org.isthmus.programming.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Objects;
import org.isthmus.kit.http.StrictJson;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** We can read what the ledger and the projects promise to tell. */
class HeardContractTest {

    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper().findAndRegisterModules())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @ParameterizedTest
    @ValueSource(strings = {"booked", "changed"})
    void commitments(String what) throws JsonProcessingException {
        CommitmentConsumer.State state = JSON.readValue(
                Contracts.example("funding.commitments", "eu.isthmus.funding.commitment.%s.v1".formatted(what)),
                CommitmentConsumer.State.class);

        assertThat(state.commitmentId()).isNotNull();
        assertThat(state.committed().minus(state.decommitted()).minus(Objects.requireNonNull(state.paid())))
                .isEqualTo(state.outstanding());
    }

    @Test
    void projects() throws JsonProcessingException {
        for (String what : new String[] {"changed", "published"}) {
            ProjectConsumer.State state = JSON.readValue(
                    Contracts.example("projects.projects", "eu.isthmus.projects.project.%s.v1".formatted(what)),
                    ProjectConsumer.State.class);

            assertThat(state.reference()).isNotBlank();
            assertThat(state.status()).isNotBlank();
        }
    }
}
