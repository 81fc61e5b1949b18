package org.isthmus.funding.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.euros;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.postAs;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.funding.Scene;
import org.isthmus.kit.query.Query;
import org.junit.jupiter.api.Test;

/** A deputy acts under a dated delegation with an amount limit, as itself (R20). */
@QuarkusTest
class DelegationTest {

    private static final String PATH = "/v1/delegations";

    private final String deputy = unique("Deputy");

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    DataSource database;

    @Test
    void aDeputyActsUpToTheAmountAndTheStepSaysOnWhoseBehalf() {
        String commitment = committed();
        pay("10.00", commitment).statusCode(403).body("code", is("forbidden"));
        String id = delegated(Scene.today(), Scene.today(), "50.00");
        pay("10.00", commitment).statusCode(403).body("code", is("forbidden"));
        post("authorising-officer", PATH + "/" + id + "/confirm", "{}")
                .statusCode(200)
                .body("status", is("CONFIRMED"));

        pay("50.01", commitment).statusCode(403).body("code", is("delegation-exceeded"));
        String payment = pay("50.00", commitment)
                .statusCode(201)
                .body("requestedBy", is(deputy))
                .extract()
                .path("id");
        assertThat(behalf(payment)).isEqualTo("finance-officer");
        get("auditor", "/v1/audit/funding?onBehalfOf=finance-officer&object=" + payment)
                .body("items.operation", contains("requestPayment"))
                .body("items.caller", contains(deputy));
        postAs(deputy, "authorising-officer", "/v1/payments/" + payment + "/authorise", "{}")
                .statusCode(403)
                .body("code", is("same-person"));
        postAs(deputy, "programme-officer", "/v1/payments/" + payment + "/authorise", "{}")
                .statusCode(403)
                .body("code", is("forbidden"));

        post("finance-officer", PATH + "/" + id + "/revoke", "{}")
                .statusCode(200)
                .body("status", is("REVOKED"));
        pay("1.00", commitment).statusCode(403).body("code", is("forbidden"));
        post("finance-officer", PATH + "/" + id + "/revoke", "{}")
                .statusCode(409)
                .body("code", is("delegation-wrong-status"));
    }

    @Test
    void itHoldsOnItsDaysOnly() {
        String commitment = committed();
        LocalDate today = Scene.today();
        for (LocalDate from : new LocalDate[] {today.plusDays(1), today.minusDays(9)}) {
            String id = delegated(from, from.plusDays(8), "50.00");
            post("authorising-officer", PATH + "/" + id + "/confirm", "{}").statusCode(200);
        }
        pay("1.00", commitment).statusCode(403).body("code", is("forbidden"));
    }

    @Test
    void whoDelegatesOrBecomesDeputyDoesNotConfirm() {
        String id = delegated(Scene.today(), Scene.today(), "50.00");
        String confirm = PATH + "/" + id + "/confirm";

        for (String person : new String[] {"finance-officer", deputy}) {
            postAs(person, "authorising-officer", confirm, "{}").statusCode(403).body("code", is("same-person"));
        }
        post("finance-officer-b", confirm, "{}").statusCode(403).body("code", is("forbidden"));
        get("auditor", PATH + "/" + id).body("status", is("REQUESTED"));
        get(PATH + "/" + id).statusCode(401);
    }

    @Test
    void anOfficerDelegatesItsOwnRoleToAnotherPersonForAYearAtMost() {
        LocalDate today = Scene.today();
        post("authorising-officer", PATH, body(today, today, "50.00")).statusCode(403);
        post("finance-officer", PATH, body(today, today, "50.00").replace(deputy, "FINANCE-officer"))
                .statusCode(409)
                .body("code", is("own-deputy"));
        post("finance-officer", PATH, body(today, today.plusYears(1).plusDays(1), "50.00"))
                .statusCode(400)
                .body("errors.code", contains("too-long"));
        post("finance-officer", PATH, body(today, today.minusDays(1), "0.00"))
                .statusCode(400)
                .body("errors.code", contains("reversed", "amount-not-positive"));
    }

    private String committed() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        return Scene.committed(action, UUID.randomUUID(), "120.00", "2010-12-01");
    }

    private ValidatableResponse pay(String amount, String commitment) {
        return postAs(deputy, "programme-officer", "/v1/payments", """
                {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                """.formatted(commitment, euros(amount)));
    }

    private String delegated(LocalDate from, LocalDate to, String upTo) {
        return post("finance-officer", PATH, body(from, to, upTo))
                .statusCode(201)
                .extract()
                .path("id");
    }

    private String body(LocalDate from, LocalDate to, String upTo) {
        return """
                {"deputy": "%s", "role": "FINANCE_OFFICER", "from": "%s", "to": "%s", "upTo": %s, "reason": "Leave"}
                """.formatted(deputy, from, to, euros(upTo));
    }

    private String behalf(String payment) {
        return Query.of("select on_behalf_of from step where thing = ?", UUID.fromString(payment))
                .only(database, row -> row.text("on_behalf_of"));
    }
}
