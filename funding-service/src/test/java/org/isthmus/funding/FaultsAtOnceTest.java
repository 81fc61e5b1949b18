package org.isthmus.funding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.quarkus.arc.All;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** What is wrong with the form of a request is told together with what is wrong with its meaning (B7). */
@QuarkusTest
class FaultsAtOnceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    @All
    List<MovementKind<?>> kinds;

    private final UUID nothing = UUID.randomUUID();

    @Test
    void ofACommitment() {
        Scene.allocated(kafka, Scene.line(2010, "5.00"), 2010, "2.00");
        TestClient.post("finance-officer-b", "/v1/commitments", """
                        {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "R", "effectiveOn": "2010", "actionId": "%s",
                         "amount": {"amount": "-1.00", "currency": "EUR"}}
                        """.formatted(nothing, nothing))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/reason", "/effectiveOn", "/projectId", "/actionId", "/amount"))
                .body("errors.detail", hasItem(containsString("What is known here is as of")));
        TestClient.post("finance-officer-b", "/v1/commitments", """
                        {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "R", "effectiveOn": "2010", "actionId": "%s",
                         "amount": {"amount": "0.00", "currency": "EUR"}, "reason": "Signed"}
                        """.formatted(nothing, nothing))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/effectiveOn", "/projectId", "/actionId", "/amount"));
    }

    @Test
    void ofAnAppropriationAPaymentAndABudgetLine() {
        TestClient.post("authorising-officer", "/v1/appropriations", """
                        {"budgetLine": "NOPE", "year": 2010, "kind": "COMMITMENT", "effectiveOn": "2010-01-01",
                         "amount": {"amount": "0.00", "currency": "USD"}}
                        """)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/budgetLine", "/amount", "/amount"));
        TestClient.post("finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": {"amount": "0.00", "currency": "EUR"}}
                        """.formatted(nothing))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/commitmentId", "/amount"));
        TestClient.post("authorising-officer", "/v1/budget-lines", """
                        {"code": "L %s", "from": "2004", "to": "2003", "programme": "NOPE"}
                        """.formatted(
                                nothing.toString().substring(0, 8)))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/title", "/to", "/programme"));
    }

    @Test
    void ofAnAllocationAndADecommitment() {
        TestClient.post("finance-officer-c", "/v1/allocations", """
                        {"actionId": "%s", "amount": {"amount": "-1.00", "currency": "EUR"}, "effectiveOn": "12.3.2010"}
                        """.formatted(nothing))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/effectiveOn", "/actionId", "/amount"));
        TestClient.post("finance-officer", "/v1/commitments/%s/decommit".formatted(nothing), """
                        {"amount": {"amount": "-1.00", "currency": "JPY"}, "effectiveOn": "12.3.2010"}
                        """)
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/effectiveOn", "/amount", "/amount"));
    }

    /** Each kind of row, with a fault of form and others of meaning; none hides those of another. */
    @Test
    void ofEachRowOfABatch() {
        String line = Scene.line(Scene.THIS_YEAR, "100.00");
        UUID action = Scene.allocated(kafka, line, Scene.THIS_YEAR, "100.00");
        String commitment = Scene.committed(action, UUID.randomUUID(), "40.00", Scene.NEW_YEAR.toString());
        Map<String, String> rows = new TreeMap<>(Map.of(
                "ALLOCATE", """
                        {"type": "ALLOCATE", "actionId": "%s", "amount": {"amount": "0.00", "currency": "EUR"}, "effectiveOn": 5,
                         "reason": "x"}
                        """.formatted(nothing),
                "APPROPRIATE", """
                        {"type": "APPROPRIATE", "budgetLine": "NOPE", "year": 2010, "kind": "CASH", "effectiveOn": "2010-01-01",
                         "amount": {"amount": "0.00", "currency": "EUR"}, "reason": "x"}
                        """,
                "COMMIT", """
                        {"type": "COMMIT", "kind": "INDIVIDUAL", "projectId": "%s", "reference": "R", "effectiveOn": "2010",
                         "actionId": "%s", "amount": {"amount": "-1.00", "currency": "EUR"}, "colour": "red", "reason": "x"}
                        """.formatted(nothing, nothing),
                "DECOMMIT", """
                        {"type": "DECOMMIT", "commitmentId": "%s", "effectiveOn": "1999-01-01",
                         "amount": {"amount": "40.01", "currency": "EUR"}}
                        """.formatted(commitment)));
        assertThat(rows.keySet())
                .isEqualTo(kinds.stream()
                        .map(kind ->
                                kind.body().getAnnotation(JsonTypeName.class).value())
                        .collect(Collectors.toSet()));
        TestClient.post(
                        "authorising-officer",
                        "/v1/movements/batch",
                        "{\"movements\": [%s, {\"type\": \"DECOMMIT\", \"commitmentId\": \"%s\"}, {\"type\": \"GIVE\"}, {}, 7, null, []]}"
                                .formatted(String.join(", ", rows.values()), nothing))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/movements/0/actionId",
                                "/movements/0/amount",
                                "/movements/0/effectiveOn",
                                "/movements/1/budgetLine",
                                "/movements/1/amount",
                                "/movements/1/kind",
                                "/movements/2/effectiveOn",
                                "/movements/2/projectId",
                                "/movements/2/actionId",
                                "/movements/2/amount",
                                "/movements/2/colour",
                                "/movements/3/amount",
                                "/movements/3/effectiveOn",
                                "/movements/3/reason",
                                "/movements/4/commitmentId",
                                "/movements/4/amount",
                                "/movements/4/effectiveOn",
                                "/movements/4/reason",
                                "/movements/5/type",
                                "/movements/6/type",
                                "/movements/7/type",
                                "/movements/8",
                                "/movements/9"))
                .body("errors.detail", hasItem("A date such as 2009-03-01 belongs here."))
                .body("errors.detail", hasItem("One of ALLOCATE, APPROPRIATE, COMMIT, DECOMMIT belongs here."));
    }

    /** Faults that show only in rows of good form are told together too, and with those that the books don't allow. */
    @Test
    void ofRowsOfGoodForm() {
        TestClient.post("finance-officer", "/v1/movements/batch", """
                        {"movements": [
                          {"type": "COMMIT", "kind": "HISTORICAL", "projectId": "%s", "reference": "H %s", "reason": "x",
                           "amount": {"amount": "0.00", "currency": "EUR"}},
                          {"type": "ALLOCATE", "actionId": "%s", "effectiveOn": "2010-01-01", "reason": "x",
                           "amount": {"amount": "-2.00", "currency": "EUR"}}]}
                        """.formatted(nothing, nothing, nothing))
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/movements/0/kind",
                                "/movements/0/source",
                                "/movements/0/projectId",
                                "/movements/0/amount",
                                "/movements/1/actionId",
                                "/movements/1/amount"));
        TestClient.post("finance-officer", "/v1/movements/batch", """
                        {"movements": [
                          {"type": "DECOMMIT", "commitmentId": "%s", "effectiveOn": "2010-01-01", "reason": "x",
                           "amount": {"amount": "0.00", "currency": "EUR"}},
                          {"type": "ALLOCATE", "actionId": "%s", "effectiveOn": "2010-01-01", "reason": "x",
                           "amount": {"amount": "-2.00", "currency": "EUR"}}]}
                        """.formatted(nothing, nothing))
                .statusCode(409)
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/movements/0/commitmentId",
                                "/movements/0/amount",
                                "/movements/1/actionId",
                                "/movements/1/amount"));
    }
}
