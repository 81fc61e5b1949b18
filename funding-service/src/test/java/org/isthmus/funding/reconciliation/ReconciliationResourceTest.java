package org.isthmus.funding.reconciliation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReconciliationResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void theBooksAgreeWithAllThatWasMadeFromThem() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");

        Scene.as("auditor")
                .get("/v1/reconciliation")
                .then()
                .statusCode(200)
                .body("checks.differences", everyItem(empty()))
                .body("agrees", is(true))
                .body("balances.ALL", is("0.00"));
        given().get("/v1/reconciliation").then().statusCode(401);
    }
}
