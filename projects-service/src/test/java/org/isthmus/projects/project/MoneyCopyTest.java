package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.project.Books.BOOKED;
import static org.isthmus.projects.project.Books.CHANGED;
import static org.isthmus.projects.project.Books.awaitCommitted;
import static org.isthmus.projects.project.Books.awaitMember;
import static org.isthmus.projects.project.Books.state;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matcher;
import org.isthmus.projects.World;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The money of a project is a copy of what the books say, with a history of its own. */
@QuarkusTest
class MoneyCopyTest {

    /** The books begin it no more, and have nothing to give it. */
    private static final String RUNNING = """
            "sources": [{"document": "Memo"}], "historicalStatus": {"status": "IMPLEMENTATION", "reason": "By the memo"},
            "programmeCode": "THEMATIC-MIGR", "actionId": "%s",
            "contribution": {"figures": [{"amount": {"amount": "1.00", "currency": "EUR"}, "source": {"document": "Memo"},
                "current": true}]}
            """.formatted(World.ACTION);

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void moneyMakesNoVersionAndTellsNobody() {
        String id = project(unique("copy"), RUNNING);
        UUID commitment = UUID.randomUUID();
        tell(BOOKED, id, state(commitment, 1, "H", id, "1000.00", "0.00"));
        awaitCommitted(id, "1000.00").body("version", is(2)).header("ETag", "\"v2.1\"");

        tell(CHANGED, id, state(commitment, 2, "H", id, "1000.00", "400.00"));

        awaitMember(id, "money.paid", "400.00").body("version", is(2)).header("ETag", "\"v2.2\"");
        officer().get("/v1/projects/" + id + "/versions").then().body("items.version", is(List.of(1, 2)));
        World.publish(id);
        await().untilAsserted(() -> assertThat(Told.types(kafka, id))
                .containsExactly(
                        "eu.isthmus.projects.project.changed.v1",
                        "eu.isthmus.projects.project.changed.v1",
                        "eu.isthmus.projects.project.published.v1"));
    }

    @Test
    void aConditionNamesTheProjectAndNotItsMoney() {
        String id = project(unique("condition"), RUNNING);
        tell(BOOKED, id, state(UUID.randomUUID(), 1, "H", id, "1000.00", "0.00"));
        awaitCommitted(id, "1000.00");

        officer()
                .header("If-None-Match", "\"v2.1\"")
                .get("/v1/projects/" + id)
                .then()
                .statusCode(304);
        officer()
                .header("If-None-Match", "\"v2\"")
                .get("/v1/projects/" + id)
                .then()
                .statusCode(200);
        patch(id, "\"v2.1\"", "Another");
        officer()
                .header("If-Match", "\"v2.1\"")
                .body("{\"title\": {\"en\": \"Too late\"}}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(412)
                .body("code", is("stale-version"));
    }

    @Test
    void moneyOfAPastTimeIsThatOfTheBooksThen() {
        String reference = unique("past");
        String id = project(reference, RUNNING);
        UUID commitment = UUID.randomUUID();
        Instant entered = Instant.now();
        tell(BOOKED, id, state(commitment, 1, "H", id, "1000.00", "0.00"));
        awaitCommitted(id, "1000.00");
        Instant booked = Instant.now();
        patch(id, "\"v2\"", "Second");
        Instant changed = Instant.now();
        tell(CHANGED, id, state(commitment, 2, "H", id, "3000.00", "500.00"));
        awaitCommitted(id, "3000.00");
        Instant raised = Instant.now();
        patch(id, "\"v3\"", "Third");

        stood(id, reference, entered, 2, nullValue());
        stood(id, reference, booked, 2, is("1000.00"));
        stood(id, reference, changed, 3, is("1000.00"));
        stood(id, reference, raised, 3, is("3000.00"));
        stood(id, reference, Instant.now(), 4, is("3000.00"));
        officer()
                .get("/v1/projects?reference=" + reference)
                .then()
                .body("items.version", is(List.of(4)))
                .body("items[0].money.paid", is("500.00"));
    }

    @Test
    void theSumsAreThoseOfTheNewestStatesInAnyOrder() {
        String id = project(unique("order"), RUNNING);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        tell(BOOKED, id, state(first, 1, "H1", id, "1000.00", "0.00"));
        tell(CHANGED, id, state(second, 2, "H2", id, "500.00", "200.00"));
        tell(BOOKED, id, state(second, 1, "H2", id, "700.00", "0.00"));
        tell(BOOKED, id, state(first, 1, "H1", id, "1000.00", "0.00"));
        tell(CHANGED, id, state(first, 2, "H1", id, "900.00", "50.00"));

        awaitCommitted(id, "1400.00").body("money.paid", is("250.00")).header("ETag", "\"v2.3\"");
    }

    private static void stood(String id, String reference, Instant at, int version, Matcher<?> committed) {
        officer()
                .get("/v1/projects/%s?asOf=%s".formatted(id, at))
                .then()
                .statusCode(200)
                .body("version", is(version))
                .body("money.committed", committed);
        officer()
                .get("/v1/projects?reference=%s&asOf=%s".formatted(reference, at))
                .then()
                .statusCode(200)
                .body("items.version", is(List.of(version)))
                .body("items[0].money.committed", committed);
    }

    private static void patch(String id, String seen, String title) {
        officer()
                .header("If-Match", seen)
                .body("{\"title\": {\"en\": \"%s\"}}".formatted(title))
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(200);
    }

    private void tell(String type, String project, String payload) {
        new Books(kafka).tell(UUID.randomUUID(), type, project, 1, payload);
    }
}
