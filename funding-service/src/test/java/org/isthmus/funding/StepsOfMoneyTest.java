package org.isthmus.funding;

import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.euros;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.postAs;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each step of money is another person's than the one that it draws on (R19), whatever role they have. */
@QuarkusTest
class StepsOfMoneyTest {

    private static final String REVERSAL = "{\"reason\": \"Wrong\", \"effectiveOn\": \"2010-12-31\"}";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void whoGaveALineItsMoneyDoesNotAllocateItNorWhoConfirmedIt() {
        String line = Scene.line(2010, "100.00");
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, UUID.randomUUID(), action, line, 2010, "500.00");
        Scene.awaitAllocation(action, "REFUSED");
        Scene.appropriate(line, 2010, "COMMITMENT", "400.00");
        String allocation = """
                {"actionId": "%s", "amount": %s, "effectiveOn": "2010-12-01", "reason": "x"}
                """.formatted(action, euros("100.00"));

        refused(postAs("authorising-officer", "finance-officer", "/v1/allocations", allocation));
        refused(postAs("authorising-officer-b", "finance-officer", "/v1/allocations", allocation));
        post("finance-officer", "/v1/allocations", allocation).statusCode(201);
        refused(post("finance-officer", "/v1/commitments", commitment(action)));
        post("finance-officer-b", "/v1/commitments", commitment(action)).statusCode(201);
    }

    @Test
    void whoCommittedMoneyDoesNotGiveItBackNorIsAReversalTheirs() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        ValidatableResponse committed = post("finance-officer-b", "/v1/commitments", commitment(action));
        String decommit =
                "/v1/commitments/" + committed.statusCode(201).extract().path("id") + "/decommit";
        String less = "{\"amount\": %s, \"effectiveOn\": \"2010-12-20\", \"reason\": \"x\"}".formatted(euros("1.00"));

        refused(post("finance-officer-b", decommit, less));
        String back = post("finance-officer", decommit, less)
                .statusCode(200)
                .extract()
                .path("movement.id");
        String reverse = "/v1/movements/" + back + "/reverse";
        for (String person : new String[] {"finance-officer", "finance-officer-b"}) {
            refused(postAs(person, "authorising-officer", reverse, REVERSAL));
        }
        post("authorising-officer", reverse, REVERSAL).statusCode(201);
    }

    @Test
    void aBatchIsOneRequestThatAnotherPersonConfirmsAndItsRequesterTakesNoNextStep() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String row = commitment(action).replaceFirst("\\{", "{\"type\": \"COMMIT\", ");
        String asked = post("finance-officer", "/v1/movements/batch", "{\"movements\": [%s]}".formatted(row))
                .statusCode(202)
                .extract()
                .path("id");
        String confirm = "/v1/movement-requests/" + asked + "/confirm";

        refused(post("finance-officer", confirm, "{}"));
        refused(postAs("FINANCE-officer", "authorising-officer", confirm, "{}"));
        ValidatableResponse booked =
                post("authorising-officer-b", confirm, "{}").statusCode(200);
        String commitment = booked.extract().path("movements[0].entries[1].account.commitmentId");
        String payment = """
                {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                """.formatted(commitment, euros("1.00"));
        for (String person : new String[] {"finance-officer", "authorising-officer-b"}) {
            refused(postAs(person, "finance-officer", "/v1/payments", payment));
        }
        String reverse = "/v1/movements/" + booked.extract().path("movements[0].id") + "/reverse";
        for (String person : new String[] {"finance-officer", "authorising-officer-b"}) {
            refused(postAs(person, "authorising-officer", reverse, REVERSAL));
        }
        post("authorising-officer", reverse, REVERSAL).statusCode(201);
    }

    @Test
    void whoTookAnyStepOfAPaymentDoesNotReverseIt() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String commitment = Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");
        String id = post("finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                        """.formatted(commitment, euros("10.00")))
                .statusCode(201)
                .extract()
                .path("id");
        post("authorising-officer", "/v1/payments/" + id + "/authorise", "{}").statusCode(200);
        String movement = post(
                        "accounting-officer", "/v1/payments/" + id + "/execute", "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200)
                .extract()
                .path("movement.id");
        String reverse = "/v1/movements/" + movement + "/reverse";

        for (String person : new String[] {"finance-officer", "authorising-officer", "accounting-officer"}) {
            refused(postAs(person, "accounting-officer", reverse, REVERSAL));
        }
        post("accounting-officer-b", reverse, REVERSAL).statusCode(201);
    }

    private static void refused(ValidatableResponse answer) {
        answer.statusCode(403).body("code", is("same-person"));
    }

    private static String commitment(UUID action) {
        UUID project = UUID.randomUUID();
        return Scene.individual(action, project, "F-" + project, "50.00", "2010-12-15");
    }
}
