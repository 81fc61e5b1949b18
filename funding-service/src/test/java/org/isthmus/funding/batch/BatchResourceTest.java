package org.isthmus.funding.batch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BatchResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void rowsOfAnyTypeAreBookedInTheirOrder() {
        String newYear = Scene.NEW_YEAR.toString();
        String line = Scene.line(Scene.THIS_YEAR, "100.00");
        UUID action = Scene.allocated(kafka, line, Scene.THIS_YEAR, "100.00");
        String promise = Scene.committed(action, UUID.randomUUID(), "40.00", newYear);

        booked(
                        "authorising-officer",
                        appropriation(line, "10.00"),
                        decommitment(promise, "40.00").replace("2010-12-10", newYear),
                        promise(action, "60.00").replace("2010-12-15", newYear),
                        promise(action, "40.00").replace("2010-12-15", newYear))
                .body("movements.type", contains("APPROPRIATE", "DECOMMIT", "COMMIT", "COMMIT"))
                .body("movements[3].entries[0].balanceAfter", is("0.00"));
    }

    @Test
    void rowsSeeAccountsThatThoseBeforeThemOpened() {
        String line = Scene.line(2009, "1.00");
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, UUID.randomUUID(), action, line, 2010, "50.00");
        Scene.awaitAllocation(action, "REFUSED");

        booked(
                        "authorising-officer",
                        appropriation(line, "50.00"),
                        allocation(action, "50.00"),
                        promise(action, "50.00"))
                .body("movements.type", contains("APPROPRIATE", "ALLOCATE", "COMMIT"));
    }

    @Test
    void oneRowRefusedBooksNothingAndEveryWrongRowIsNamed() {
        String line = Scene.line(2010, "100.00");
        UUID action = Scene.allocated(kafka, line, 2010, "100.00");
        String taken = promise(action, "30.00");

        batch(
                        "finance-officer",
                        taken,
                        promise(action, "70.01"),
                        taken,
                        decommitment(UUID.randomUUID().toString(), "1.00"),
                        promise(action, "70.00"))
                .statusCode(409)
                .body("code", is("batch-refused"))
                .body(
                        "errors.pointer",
                        contains("/movements/1/amount", "/movements/2/reference", "/movements/3/commitmentId"))
                .body("errors.code", contains("allocation-exceeded", "reference-taken", "commitment-unknown"));

        TestClient.as("auditor")
                .get("/v1/commitments?actionId=" + action)
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whatRowsLackIsNamedAllAtOnce() {
        batch(
                        "finance-officer",
                        "{\"type\": \"COMMIT\"}",
                        "{\"type\": \"DECOMMIT\", \"amount\": 5, \"colour\": \"red\"}")
                .statusCode(400)
                .body(
                        "errors.pointer",
                        hasItems(
                                "/movements/0/reference",
                                "/movements/1/amount",
                                "/movements/1/colour",
                                "/movements/1/reason"));
        batch("finance-officer", "{\"type\": \"PAY\"}").statusCode(400);
        batch("finance-officer").statusCode(400);
        batch("finance-officer", appropriation("x", "1.00"))
                .statusCode(403)
                .body("errors.pointer", containsInAnyOrder("/movements/0/type"));
    }

    @Test
    void aDryRunOfABatchAnswersAndBooksNothing() {
        String line = Scene.line(2010, "100.00");
        UUID action = Scene.allocated(kafka, line, 2010, "100.00");

        TestClient.post("finance-officer", "/v1/movements/batch?dryRun=true", body(promise(action, "30.00")))
                .statusCode(202)
                .body("rows", is(1));

        TestClient.as("auditor")
                .get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .then()
                .body("items[0].balance.amount", is("100.00"));
    }

    @Test
    void aBatchOfFiveHundredIsOneMovementEach() {
        String line = Scene.line(2010, "50000.00");
        UUID action = Scene.allocated(kafka, line, 2010, "50000.00");
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            rows.add(promise(action, "100.00"));
        }

        long started = System.nanoTime();
        booked("finance-officer", rows.toArray(String[]::new)).body("movements", hasSize(500));
        System.out.printf("batch of 500 in %d ms%n", (System.nanoTime() - started) / 1_000_000);

        String version = String.valueOf(TestClient.as("auditor")
                .get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .<Object>path("items[0].version"));
        assertThat(version).isEqualTo("501");
    }

    private static String promise(UUID action, String amount) {
        UUID project = UUID.randomUUID();
        return Scene.individual(action, project, "B-" + project, amount, "2010-12-15")
                .replaceFirst("\\{", "{\"type\": \"COMMIT\", ");
    }

    private static String appropriation(String line, String amount) {
        return """
                {"type": "APPROPRIATE", "budgetLine": "%s", "year": 2010, "kind": "COMMITMENT", "amount": %s,
                 "effectiveOn": "2010-12-01", "reason": "Amending budget"}
                """.formatted(line, TestClient.euros(amount));
    }

    private static String allocation(UUID action, String amount) {
        return """
                {"type": "ALLOCATE", "actionId": "%s", "amount": %s, "effectiveOn": "2010-12-02", "reason": "Budget"}
                """.formatted(action, TestClient.euros(amount));
    }

    private static String decommitment(String commitment, String amount) {
        return """
                {"type": "DECOMMIT", "commitmentId": "%s", "amount": %s, "effectiveOn": "2010-12-10", "reason": "Less"}
                """.formatted(commitment, TestClient.euros(amount));
    }

    private static String body(String... rows) {
        return "{\"movements\": [%s]}".formatted(String.join(", ", rows));
    }

    private static ValidatableResponse batch(String role, String... rows) {
        return TestClient.post(role, "/v1/movements/batch", body(rows));
    }

    private static ValidatableResponse booked(String role, String... rows) {
        return Scene.confirmed(role, batch(role, rows));
    }
}
