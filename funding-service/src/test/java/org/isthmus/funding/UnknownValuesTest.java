package org.isthmus.funding;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A filter names something that is known here, else it is refused; what exists and has nothing is an empty list (B3). */
@QuarkusTest
class UnknownValuesTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @ParameterizedTest
    @CsvSource({
        "/v1/commitments, projectId",
        "/v1/commitments, actionId",
        "/v1/commitments, workProgrammeId",
        "/v1/payments, projectId",
        "/v1/payments, commitmentId",
        "/v1/allocations, actionId",
        "/v1/allocations, workProgrammeId",
        "/v1/accounts, actionId",
        "/v1/accounts, projectId",
        "/v1/accounts, commitmentId",
        "/v1/movements, account",
        "/v1/movements, corrects",
        "/v1/movements, project",
        "/v1/movements, action",
        "/v1/movements, commitment",
        "/v1/execution, project",
        "/v1/entries, action",
        "/v1/budget-lines, programme"
    })
    void whatNothingIsCalledIsRefusedByName(String path, String parameter) {
        for (String further : new String[] {"", "&format=csv"}) {
            if (!path.endsWith("execution") || further.isEmpty()) {
                TestClient.get("auditor", path + "?" + parameter + "=" + UUID.randomUUID() + further)
                        .statusCode(400)
                        .body("errors.parameter", contains(parameter));
            }
        }
    }

    @Test
    void whatExistsAndHasNothingIsEmpty() {
        String line = Scene.line(2010, "500.00");
        UUID action = Scene.allocated(kafka, line, 2010, "200.00");
        UUID project = UUID.randomUUID();
        Scene.tellProject(kafka, project, 1, true);
        TestClient.awaitStatus("/v1/commitments?projectId=" + project, 200);
        TestClient.get("/v1/commitments?actionId=" + action).statusCode(200).body("items.size()", is(0));
        TestClient.get("/v1/payments?projectId=" + project).statusCode(200).body("items.size()", is(0));
        String account = TestClient.get("/v1/accounts?budgetLine=%s&kind=LAPSED".formatted(line))
                .extract()
                .path("items[0].id");
        TestClient.get("/v1/accounts/%s/entries".formatted(account))
                .statusCode(200)
                .body("items.size()", is(0));
        TestClient.get("/v1/accounts/%s/entries".formatted(UUID.randomUUID()))
                .statusCode(404)
                .body("code", is("account-unknown"));
    }

    @Test
    void whatIsHiddenIsAsUnknown() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();
        String commitment = Scene.committed(action, project, "10.00", "2010-12-20");
        String account = TestClient.get("auditor", "/v1/accounts?commitmentId=" + commitment)
                .statusCode(200)
                .extract()
                .path("items[0].id");
        TestClient.get("/v1/payments?commitmentId=" + commitment).statusCode(400);
        TestClient.get("/v1/commitments?projectId=" + project).statusCode(400);
        TestClient.get("/v1/movements?account=" + account).statusCode(400);
        TestClient.get("/v1/accounts/%s/entries".formatted(account)).statusCode(404);
        TestClient.get("auditor", "/v1/accounts/%s/entries".formatted(account)).statusCode(200);
    }
}
