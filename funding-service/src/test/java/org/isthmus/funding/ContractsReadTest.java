package org.isthmus.funding;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.testing.Contracts;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** The examples that the other services promise to send are read as they are. */
@QuarkusTest
class ContractsReadTest {

    private static final UUID PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000002010");
    private static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID PROJECT = UUID.fromString("01932f6e-7c1a-7d3e-9b1f-0c2a5e8d4411");

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void theStoryOfTheExamplesIsBooked() {
        TestClient.as("authorising-officer")
                .body("{\"code\": \"19 02 01\", \"title\": {\"en\": \"Migration and asylum\"}}")
                .post("/v1/budget-lines");
        Scene.appropriate("19 02 01", 2010, "COMMITMENT", "40000000.00");

        told("regions", "programming.regions", "eu.isthmus.programming.region.changed.v1", UUID.randomUUID(), 2);
        told("work-programmes", "programming.work-programmes", Scene.ADOPTED, PROGRAMME, 5);
        told("work-programmes", "programming.work-programmes", Scene.AMENDED, PROGRAMME, 7);
        told("projects", "projects.projects", "eu.isthmus.projects.project.changed.v1", PROJECT, 5);
        told("projects", "projects.projects", "eu.isthmus.projects.grant.signed.v1", PROJECT, 4);

        await().until(() -> "2300000.00"
                .equals(given().get("/v1/allocations?actionId=" + ACTION).path("items[0].amount.amount")));
        told("projects", "projects.projects", "eu.isthmus.projects.project.published.v1", PROJECT, 6);
        String id = Scene.committed(ACTION, PROJECT, "1000.00", "2010-12-20");
        TestClient.awaitStatus("/v1/commitments/" + id, 200);
        given().get("/v1/execution?groupBy=strand,country&measures=committed&project=" + PROJECT)
                .then()
                .body("rows.find { it.key.strand == 'economic-migration' }.committed", is("700.00"))
                .body("rows.find { it.key.strand == 'migration-development' }.key.country", is("MD"));
        told("projects", "projects.projects", "eu.isthmus.projects.project.unpublished.v1", PROJECT, 7);
        TestClient.awaitStatus("/v1/commitments/" + id, 404);
    }

    private void told(String channel, String topic, String type, UUID key, int version) {
        new Deliver(kafka, channel, topic).event(type, key, version, Contracts.example(topic, type));
    }
}
