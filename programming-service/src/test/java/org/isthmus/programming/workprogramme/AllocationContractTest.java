package org.isthmus.programming.workprogramme;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.isthmus.kit.http.StrictJson;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

/** We can read what the ledger promises to answer. */
class AllocationContractTest {

    private static final ObjectMapper JSON = StrictJson.configure(new ObjectMapper().findAndRegisterModules())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    @Test
    void bookedAndChanged() throws JsonProcessingException {
        for (String what : new String[] {"booked", "changed"}) {
            AllocationConsumer.Booked booked = JSON.readValue(example(what), AllocationConsumer.Booked.class);

            assertThat(booked.actionId()).isNotNull();
            assertThat(booked.amount().signum()).isNotNegative();
        }
    }

    @Test
    void refused() throws JsonProcessingException {
        AllocationConsumer.Refused refused = JSON.readValue(example("refused"), AllocationConsumer.Refused.class);

        assertThat(refused.actionId()).isNotNull();
        assertThat(refused.code()).isNotBlank();
        assertThat(refused.detail()).isNotBlank();
    }

    private static String example(String what) {
        return Contracts.example("funding.allocations", "eu.isthmus.funding.allocation.%s.v1".formatted(what));
    }
}
