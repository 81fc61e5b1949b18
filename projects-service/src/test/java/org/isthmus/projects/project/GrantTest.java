package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.relate;
import static org.isthmus.projects.project.Books.BOOKED;
import static org.isthmus.projects.project.Books.CHANGED;
import static org.isthmus.projects.project.Books.REFUSED;
import static org.isthmus.projects.project.Books.awaitCommitted;
import static org.isthmus.projects.project.Books.awaitStatus;
import static org.isthmus.projects.project.Books.historical;
import static org.isthmus.projects.project.Books.reversed;
import static org.isthmus.projects.project.Books.sign;
import static org.isthmus.projects.project.Books.state;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.projects.World;
import org.isthmus.projects.money.Commitments;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant on its way to the books and back, and the money that follows. */
@QuarkusTest
class GrantTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    Commitments commitments;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void aSignedGrantIsToldAndWaitsForTheBooks() {
        String id = project(unique("signed"));

        sign(id, "G-" + id)
                .statusCode(202)
                .header("Location", endsWith("/v1/projects/" + id))
                .body("status", is("PIPELINE"))
                .body("grant.status", is("SIGNED"))
                .body("action.reference", is("AWP-2010-2/1"));

        await().untilAsserted(() -> assertThat(Told.types(kafka, id))
                .containsExactly(
                        "eu.isthmus.projects.project.changed.v1",
                        "eu.isthmus.projects.project.changed.v1",
                        "eu.isthmus.projects.grant.signed.v1"));
        sign(id, "G-" + id).statusCode(409).body("code", is("grant-signed"));
    }

    @Test
    void aBookedGrantBeginsTheProject() {
        String id = project(unique("booked"));
        sign(id, "G-" + id);

        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "G-" + id, id, "250000.00", "0.00"));

        awaitStatus(id, "IMPLEMENTATION")
                .body("grant.status", is("BOOKED"))
                .body("history[0].reason", is("Grant G-%s signed and booked".formatted(id)))
                .body("money.committed", is("250000.00"))
                .body("money.outstanding", is("250000.00"))
                .body("money.countingLevel", is("PROJECT"))
                .body("money.historical", is(false))
                .body("version", is(3));
    }

    @Test
    void aRefusedGrantStaysInThePipelineWithTheReasonAndIsSignedAgain() {
        String id = project(unique("refused"));
        sign(id, "G-" + id);
        String refusal = """
                {"projectId": "%s", "grantReference": "G-%s", "projectVersion": 2, "code": "allocation-exceeded",
                 "requested": {"amount": "250000.00", "currency": "EUR"}, "detail": "100.00 EUR are left"}
                """.formatted(id, id);

        books().tell(UUID.randomUUID(), REFUSED, id, 2, refusal);

        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + id)
                .then()
                .body("status", is("PIPELINE"))
                .body("grant.status", is("REFUSED"))
                .body("grant.code", is("allocation-exceeded"))
                .body("grant.reason", is("100.00 EUR are left")));
        sign(id, "G-" + id).statusCode(202).body("grant.status", is("SIGNED")).body("grant.reason", nullValue());

        books().tell(UUID.randomUUID(), REFUSED, id, 2, refusal);
        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "G-" + id, id, "250000.00", "0.00"));

        awaitStatus(id, "IMPLEMENTATION").body("grant.status", is("BOOKED"));
    }

    @Test
    void aStateDeliveredTwiceCountsOnceAndAnOlderOneNotAtAll() {
        String id = project(unique("twice"));
        UUID commitment = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        sign(id, "G-" + id);

        books().tell(event, CHANGED, id, 3, state(commitment, 3, "G-" + id, id, "250000.00", "80000.00"));
        books().tell(event, CHANGED, id, 3, state(commitment, 3, "G-" + id, id, "250000.00", "80000.00"));
        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(commitment, 1, "G-" + id, id, "250000.00", "0.00"));
        books().tell(UUID.randomUUID(), "eu.isthmus.funding.commitment.celebrated.v1", id, 4, "{}");
        books().tell(UUID.randomUUID(), CHANGED, id, 5, state(UUID.randomUUID(), 1, "H", id, "1000.00", "0.00"));

        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + id)
                .then()
                .body("money.committed", is("251000.00"))
                .body("money.paid", is("80000.00"))
                .body("money.outstanding", is("171000.00"))
                .body("status", is("IMPLEMENTATION"))
                .body("version", is(3)));
    }

    @Test
    void whatCannotBeReadIsGivenUpAndTheNextIsApplied() {
        String id = project(unique("poison"));

        books().tell(UUID.randomUUID(), BOOKED, id, 1, "{\"commitmentId\": \"%s\"}".formatted(UUID.randomUUID()));
        books().tell(UUID.randomUUID(), BOOKED, id, 1, "poison");
        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "H", id, "1000.00", "0.00"));

        await().untilAsserted(() -> officer().get("/v1/projects/" + id).then().body("money.committed", is("1000.00")));
    }

    @Test
    void moneyThatComesBeforeItsProjectIsKept() {
        UUID stranger = UUID.randomUUID();

        books().tell(
                        UUID.randomUUID(),
                        BOOKED,
                        stranger.toString(),
                        1,
                        state(UUID.randomUUID(), 1, "H", stranger.toString(), "1000.00", "0.00"));

        await().untilAsserted(() -> assertThat(QuarkusTransaction.requiringNew().call(() -> commitments.of(stranger)))
                .hasValueSatisfying(sums -> assertThat(sums.committed()).isEqualTo("1000.00")));
    }

    @Test
    void anUmbrellaSaysThatItHoldsTheMoneyOfItsParts() {
        String umbrella = project(unique("umbrella"));
        String part = project(unique("part"));
        relate(part, "PART_OF", umbrella);
        books().tell(
                        UUID.randomUUID(),
                        BOOKED,
                        umbrella,
                        1,
                        state(UUID.randomUUID(), 1, "U", umbrella, "15000000.00", "0.00"));
        books().tell(UUID.randomUUID(), BOOKED, part, 1, state(UUID.randomUUID(), 1, "P", part, "180000.00", "0.00"));

        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + umbrella)
                .then()
                .body("money.countingLevel", is("UMBRELLA"))
                .body("money.committed", is("15000000.00")));
        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + part)
                .then()
                .body("money.countingLevel", is("PROJECT"))
                .body("money.includedIn.id", is(umbrella)));
    }

    @Test
    void aGrantThatTheBooksHoldAlreadyIsBookedAtOnce() {
        String id = project(unique("held"));
        UUID commitment = UUID.randomUUID();
        String held = state(commitment, 1, "G-" + id, id, "250000.00", "0.00");
        books().tell(UUID.randomUUID(), BOOKED, id, 1, held);
        awaitCommitted(id, "250000.00");

        sign(id, "G-" + id)
                .statusCode(202)
                .body("status", is("IMPLEMENTATION"))
                .body("grant.status", is("BOOKED"))
                .body("version", is(3));

        books().tell(UUID.randomUUID(), BOOKED, id, 1, held);
        books().tell(UUID.randomUUID(), CHANGED, id, 2, state(UUID.randomUUID(), 1, "H", id, "1000.00", "0.00"));
        awaitCommitted(id, "251000.00").body("version", is(3));
    }

    @Test
    void anotherCommitmentOfTheProjectIsNotTheGrant() {
        String id = project(unique("other"));
        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "G-" + id, id, "9.00", "0.00"));
        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "H-" + id, id, "250000.00", "0.00"));
        awaitCommitted(id, "250009.00");

        sign(id, "G-" + id).statusCode(409).body("code", is("not-in-pipeline"));
        officer()
                .get("/v1/projects/" + id)
                .then()
                .body("status", is("IMPLEMENTATION"))
                .body("grant", nullValue());
    }

    @Test
    void aBookedGrantGivesTheProjectItsContributionAndProgramme() {
        String id = project(unique("gives"));
        sign(id, "G-" + id);
        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "G-" + id, id, "250000.00", "0.00"));

        awaitStatus(id, "IMPLEMENTATION")
                .body("contribution.amount.amount", is("250000.00"))
                .body("contribution.figures[0].source.document", is("Grant agreement G-" + id))
                .body("programme.code", is("THEMATIC-MIGR"));
        String reference = officer().get("/v1/projects/" + id).path("reference");
        officer()
                .get("/v1/projects?programme=THEMATIC-MIGR&amountFrom=250000&reference=" + reference)
                .then()
                .body("items.id", is(List.of(id)));
    }

    @Test
    void aCommitmentOfThePastLeavesThePipeline() {
        String id = project(unique("past"));

        books().tell(UUID.randomUUID(), BOOKED, id, 1, historical(UUID.randomUUID(), 1, "H-" + id, id, "2000000.00"));

        awaitStatus(id, "UNKNOWN")
                .body("history[0].from", is("PIPELINE"))
                .body("history[0].reason", is("The books hold commitment H-%s of the past".formatted(id)))
                .body("money.committed", is("2000000.00"))
                .body("money.paymentsUnknown", is("2000000.00"))
                .body("money.decommitted", is("0.00"))
                .body("money", not(hasKey("paid")))
                .body("money", not(hasKey("outstanding")))
                .body("money", not(hasKey("recovered")));
        as("programme-officer")
                .header("If-Match", "*")
                .body("{\"summary\": {\"en\": \"x\"}}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(200)
                .body("money.paymentsUnknown", is("2000000.00"))
                .body("money", not(hasKey("paid")));
    }

    @Test
    void aCommitmentWithoutAGrantBeginsTheProjectAndSaysItsAction() {
        String id = project(unique("plain"));
        UUID commitment = UUID.randomUUID();

        books().tell(UUID.randomUUID(), BOOKED, id, 1, state(commitment, 1, "C-" + id, id, "2000.00", "0.00"));

        awaitStatus(id, "IMPLEMENTATION")
                .body("history[0].date", is("2012-02-15"))
                .body("history[0].reason", is("The books hold commitment C-" + id))
                .body("action.reference", is("AWP-2010-2/1"))
                .body("programme.code", is("THEMATIC-MIGR"))
                .body("contribution.amount.amount", is("2000.00"));
        as("programme-officer")
                .header("If-Match", "*")
                .body("{\"actionId\": null}")
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(409)
                .body("code", is("money-of-action"));

        books().tell(UUID.randomUUID(), CHANGED, id, 2, reversed(commitment, 2, "C-" + id, id));
        awaitStatus(id, "PIPELINE").body("action", nullValue());
    }

    @Test
    void whoEnteredTheProjectDoesNotSignItsGrant() {
        String id = project(unique("alone"));

        TestClient.postAs(
                        "programme-officer", "authorising-officer", "/v1/projects/" + id + "/sign-grant", """
                        {"reference": "G-%s", "amount": {"amount": "1.00", "currency": "EUR"}, "signedOn": "2012-02-15",
                         "actionId": "%s"}
                        """.formatted(
                                        id, World.ACTION))
                .statusCode(403)
                .body("code", is("same-person"));
        Books.sign(id, "G-" + id).statusCode(202);
    }

    @Test
    void aGrantIsMoneySoItsSignatureNeedsAKey() {
        String id = project(unique("keyless"));

        as("authorising-officer")
                .body("""
                        {"reference": "G", "amount": {"amount": "1.00", "currency": "EUR"}, "signedOn": "2012-02-15",
                         "actionId": "%s"}
                        """.formatted(World.ACTION))
                .post("/v1/projects/" + id + "/sign-grant")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("Idempotency-Key"))
                .body("errors[0].code", is("required"));
    }

    @Test
    void whatTheBooksWouldRefuseForSureIsRefusedAtOnce() {
        String id = project(unique("invalid"));

        refused(id, """
                {"reference": "G", "amount": {"amount": "-1.00", "currency": "EUR"}, "signedOn": "2012-02-15",
                 "actionId": "%s"}
                """.formatted(UUID.randomUUID()))
                .body("errors.code", is(List.of("amount-not-positive", "action-unknown")));
        refused(id, """
                {"amount": {"amount": "-1.00", "currency": "EUR"}, "signedOn": 2012, "actionId": "%s"}
                """.formatted(UUID.randomUUID()))
                .body("errors.pointer", containsInAnyOrder("/reference", "/signedOn", "/amount", "/actionId"));
        refused(id, """
                {"reference": "G", "amount": {"amount": "1.00", "currency": "USD"}, "signedOn": "2100-01-01",
                 "actionId": "%s"}
                """.formatted(World.ACTION))
                .body("errors.code", is(List.of("currency-not-accounting", "in-the-future")));
    }

    private static ValidatableResponse refused(String project, String signature) {
        return as("authorising-officer")
                .header("Idempotency-Key", UUID.randomUUID())
                .body(signature)
                .post("/v1/projects/" + project + "/sign-grant")
                .then()
                .statusCode(400);
    }

    private Books books() {
        return new Books(kafka);
    }
}
