package org.isthmus.funding.budgetline;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** What is left of a year's appropriations may be used in the next. */
@QuarkusTest
class CarryOverTest {

    @Test
    void whatIsLeftMovesToTheNextYear() {
        String line = Scene.line(2010, "100.00");

        carryOver("authorising-officer", line, "40.00").statusCode(201).body("movements.type", contains("CARRY_OVER"));

        balance(line, 2010).body("items[0].balance.amount", is("60.00"));
        balance(line, 2011).body("items[0].balance.amount", is("40.00"));
        given().get("/v1/appropriations?year=2011&budgetLine=" + line)
                .then()
                .body("items[0].amount.amount", is("40.00"));
        TestClient.as("auditor").get("/v1/reconciliation").then().body("checks.differences.flatten()", empty());
    }

    @Test
    void neverMoreThanIsLeftNorByAnotherRole() {
        String line = Scene.line(2010, "100.00");

        carryOver("authorising-officer", line, "100.01")
                .statusCode(409)
                .body("errors.code", contains("account-overdrawn"));
        carryOver("finance-officer", line, "1.00").statusCode(403);
    }

    private static io.restassured.response.ValidatableResponse carryOver(String role, String line, String amount) {
        return TestClient.post(role, "/v1/movements/batch", """
                {"movements": [{"type": "CARRY_OVER", "budgetLine": "%s", "year": 2010, "amount": %s,
                  "effectiveOn": "2011-02-12", "reason": "Carried over"}]}
                """.formatted(line, TestClient.euros(amount)));
    }

    private static io.restassured.response.ValidatableResponse balance(String line, int year) {
        return given().get("/v1/accounts?kind=APPROPRIATION&budgetLine=%s&year=%d".formatted(line, year))
                .then();
    }
}
