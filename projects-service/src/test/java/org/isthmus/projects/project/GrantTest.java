package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.as;
import static org.isthmus.projects.World.officer;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.relate;
import static org.isthmus.projects.World.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.projects.World;
import org.isthmus.testing.Deliver;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A grant on its way to the books and back, and the money that follows. */
@QuarkusTest
class GrantTest {

    private static final String BOOKED = "eu.isthmus.funding.commitment.booked.v1";
    private static final String CHANGED = "eu.isthmus.funding.commitment.changed.v1";
    private static final String REFUSED = "eu.isthmus.funding.commitment.refused.v1";

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void aSignedGrantIsToldAndWaitsForTheBooks() {
        String id = project(unique("signed"));

        sign(id, "G-" + id)
                .statusCode(200)
                .body("status", is("PIPELINE"))
                .body("grant.status", is("SIGNED"))
                .body("action.reference", is("AWP-2010-2/1"));

        await().untilAsserted(() -> assertThat(World.told(kafka, id))
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

        deliver(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "G-" + id, id, "250000.00", "0.00"));

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

        deliver(UUID.randomUUID(), REFUSED, id, 2, refusal);

        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + id)
                .then()
                .body("status", is("PIPELINE"))
                .body("grant.status", is("REFUSED"))
                .body("grant.code", is("allocation-exceeded"))
                .body("grant.reason", is("100.00 EUR are left")));
        sign(id, "G-" + id).statusCode(200).body("grant.status", is("SIGNED")).body("grant.reason", nullValue());

        deliver(UUID.randomUUID(), REFUSED, id, 2, refusal);
        deliver(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "G-" + id, id, "250000.00", "0.00"));

        awaitStatus(id, "IMPLEMENTATION").body("grant.status", is("BOOKED"));
    }

    @Test
    void aStateDeliveredTwiceCountsOnceAndAnOlderOneNotAtAll() {
        String id = project(unique("twice"));
        UUID commitment = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        sign(id, "G-" + id);

        deliver(event, CHANGED, id, 3, state(commitment, 3, "G-" + id, id, "250000.00", "80000.00"));
        deliver(event, CHANGED, id, 3, state(commitment, 3, "G-" + id, id, "250000.00", "80000.00"));
        deliver(UUID.randomUUID(), BOOKED, id, 1, state(commitment, 1, "G-" + id, id, "250000.00", "0.00"));
        deliver(UUID.randomUUID(), "eu.isthmus.funding.commitment.celebrated.v1", id, 4, "{}");
        deliver(UUID.randomUUID(), CHANGED, id, 5, state(UUID.randomUUID(), 1, "H", id, "1000.00", "0.00"));

        await().untilAsserted(() -> officer()
                .get("/v1/projects/" + id)
                .then()
                .body("money.committed", is("251000.00"))
                .body("money.paid", is("80000.00"))
                .body("money.outstanding", is("171000.00"))
                .body("status", is("IMPLEMENTATION"))
                .body("version", is(4)));
    }

    @Test
    void whatCannotBeReadIsGivenUpAndTheNextIsApplied() {
        String id = project(unique("poison"));

        deliver(UUID.randomUUID(), BOOKED, id, 1, "{\"commitmentId\": \"%s\"}".formatted(UUID.randomUUID()));
        deliver(UUID.randomUUID(), BOOKED, id, 1, "poison");
        deliver(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "H", id, "1000.00", "0.00"));

        await().untilAsserted(() -> officer().get("/v1/projects/" + id).then().body("money.committed", is("1000.00")));
    }

    @Test
    void moneyThatComesBeforeItsProjectIsKept() {
        UUID stranger = UUID.randomUUID();

        deliver(
                UUID.randomUUID(),
                BOOKED,
                stranger.toString(),
                1,
                state(UUID.randomUUID(), 1, "H", stranger.toString(), "1000.00", "0.00"));
        String id = project(unique("after"));
        deliver(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "H", id, "2000.00", "0.00"));

        await().untilAsserted(() -> officer().get("/v1/projects/" + id).then().body("money.committed", is("2000.00")));
    }

    @Test
    void anUmbrellaSaysThatItHoldsTheMoneyOfItsParts() {
        String umbrella = project(unique("umbrella"));
        String part = project(unique("part"));
        relate(part, "PART_OF", umbrella);
        deliver(
                UUID.randomUUID(),
                BOOKED,
                umbrella,
                1,
                state(UUID.randomUUID(), 1, "U", umbrella, "15000000.00", "0.00"));
        deliver(UUID.randomUUID(), BOOKED, part, 1, state(UUID.randomUUID(), 1, "P", part, "180000.00", "0.00"));

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
    void theActionIsKnownAndTheAmountPositive() {
        String id = project(unique("invalid"));

        as("authorising-officer")
                .body("""
                        {"reference": "G", "amount": {"amount": "-1.00", "currency": "EUR"}, "signedOn": "2012-02-15",
                         "actionId": "%s"}
                        """.formatted(UUID.randomUUID()))
                .post("/v1/projects/" + id + "/sign-grant")
                .then()
                .statusCode(400)
                .body("errors.code", is(List.of("amount-not-positive", "action-unknown")));
    }

    private static ValidatableResponse sign(String project, String reference) {
        return as("authorising-officer")
                .body("""
                        {"reference": "%s", "amount": {"amount": "250000.00", "currency": "EUR"},
                         "signedOn": "2012-02-15", "actionId": "%s"}
                        """.formatted(reference, World.ACTION))
                .post("/v1/projects/" + project + "/sign-grant")
                .then();
    }

    private void deliver(UUID event, String type, String project, int version, String payload) {
        new Deliver(kafka, "commitments", "funding.commitments")
                .event(event, type, UUID.fromString(project), version, payload);
    }

    private static String state(
            UUID commitment, int version, String reference, String project, String committed, String paid) {
        return """
                {"commitmentId": "%s", "version": %d, "reference": "%s", "projectId": "%s", "kind": "INDIVIDUAL",
                 "historical": false, "status": "BOOKED", "committed": %s, "decommitted": %s, "paid": %s,
                 "recovered": %s, "outstanding": %s}
                """.formatted(
                        commitment,
                        version,
                        reference,
                        project,
                        euros(committed),
                        euros("0.00"),
                        euros(paid),
                        euros("0.00"),
                        euros(new java.math.BigDecimal(committed)
                                .subtract(new java.math.BigDecimal(paid))
                                .toPlainString()));
    }

    private static String euros(String amount) {
        return "{\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
    }

    private static ValidatableResponse awaitStatus(String id, String status) {
        await().untilAsserted(() -> officer().get("/v1/projects/" + id).then().body("status", is(status)));
        return officer().get("/v1/projects/" + id).then();
    }
}
