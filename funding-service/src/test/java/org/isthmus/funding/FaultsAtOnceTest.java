package org.isthmus.funding;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** What is wrong with the form of a request is told together with what is wrong with its meaning (B7). */
@QuarkusTest
class FaultsAtOnceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private final UUID nothing = UUID.randomUUID();

    @Test
    void ofACommitment() {
        Scene.allocated(kafka, Scene.line(2010, "5.00"), 2010, "2.00");
        TestClient.post("finance-officer", "/v1/commitments", """
                        {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "R", "effectiveOn": "2010", "actionId": "%s",
                         "amount": {"amount": "-1.00", "currency": "EUR"}}
                        """.formatted(nothing, nothing))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/reason", "/effectiveOn", "/actionId", "/amount"))
                .body("errors.detail", hasItem(containsString("What is known here is as of")));
        TestClient.post("finance-officer", "/v1/commitments", """
                        {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "R", "effectiveOn": "2010", "actionId": "%s",
                         "amount": {"amount": "0.00", "currency": "EUR"}, "reason": "Signed"}
                        """.formatted(nothing, nothing))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/effectiveOn", "/actionId", "/amount"));
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
                        {"code": "L %s", "from": "2004", "to": "2003"}
                        """.formatted(
                                nothing.toString().substring(0, 8)))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/title", "/to"));
    }
}
