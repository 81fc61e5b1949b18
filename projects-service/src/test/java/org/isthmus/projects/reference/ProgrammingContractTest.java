package org.isthmus.projects.reference;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.testing.Contracts;
import org.isthmus.testing.Deliver;
import org.junit.jupiter.api.Test;

/** What programming promises is what this service reads. */
@QuarkusTest
class ProgrammingContractTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void theCodesOfProgrammingsExamplesAreKnownAfterwards() {
        deliver("programmes", "programming.programmes", "eu.isthmus.programming.programme.changed.v1");
        deliver("countries", "programming.countries", "eu.isthmus.programming.country.changed.v1");
        deliver("work-programmes", "programming.work-programmes", "eu.isthmus.programming.work-programme.adopted.v1");
        deliver("work-programmes", "programming.work-programmes", "eu.isthmus.programming.work-programme.amended.v1");

        await().untilAsserted(() -> officer()
                .body("""
                        {"reference": "%s", "title": {"en": "x"}, "programmeCode": "THEMATIC-MIGR",
                         "actionId": "01932f6e-0000-7000-8000-00000000a201",
                         "strands": [{"code": "asylum-protection"}], "countries": [{"code": "MD", "role": "BENEFICIARY"}]}
                        """.formatted(unique("contract")))
                .post("/v1/projects?dryRun=true")
                .then()
                .statusCode(201)
                .body("programme.code", is("THEMATIC-MIGR"))
                .body("action.reference", is("AWP-2010-2/1"))
                .body("countries.code", hasItem("MD")));
    }

    /** Under a key of its own: other tests tell other versions of the same programme. */
    private void deliver(String channel, String topic, String type) {
        new Deliver(kafka, channel, topic).event(type, UUID.randomUUID(), 1, Contracts.example(topic, type));
    }
}
