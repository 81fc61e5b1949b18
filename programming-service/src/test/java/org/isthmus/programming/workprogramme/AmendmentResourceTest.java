package org.isthmus.programming.workprogramme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import org.isthmus.programming.Sample;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AmendmentResourceTest {

    private static final String PATH = "/v1/work-programmes/";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void aSmallAmendmentIsANewEditionAndTheOldOneStaysReadable() {
        String reference = "AWP-" + Sample.code();
        String id = adopted(reference);

        amend(id, reference, "2200000.00")
                .statusCode(200)
                .body("edition", is(2))
                .body("amendments[0].reason", is("More partners"))
                .body("total.amount", is("2200000.00"));

        get(PATH + id + "/versions").body("items.edition", contains(1, 2)).body("items[1].reason", is("More partners"));
        get("auditor", PATH + id + "/versions").body("items", hasSize(6)).body("items[0].status", is("DRAFT"));
        get(PATH + id + "/versions/5").statusCode(200).body("total.amount", is("2000000.00"));
        get(PATH + id + "/versions/1").statusCode(404);
        get("programme-officer", PATH + id + "/versions/1").statusCode(200).body("status", is("DRAFT"));
    }

    @Test
    void aLargeAmendmentWaitsAndNobodyButOfficialsSeesIt() {
        String reference = "AWP-" + Sample.code();
        String id = adopted(reference);

        amend(id, reference, "2400000.01")
                .statusCode(202)
                .header("Location", endsWith(PATH + id + "/amendment"))
                .body("status", is("COMMITTEE"))
                .body("total.amount", is("2400000.01"));
        get(PATH + id).body("total.amount", is("2000000.00")).body("edition", is(1));
        get(PATH + id + "/amendment").statusCode(401);
        get("auditor", PATH + id + "/amendment").statusCode(200).body("reason", is("More partners"));
        amend(id, reference, "2000001.00").statusCode(409).body("code", is("amendment-pending"));

        post("programme-officer", PATH + id + "/opinion", "{\"opinion\": \"FAVOURABLE\", \"date\": \"2010-12-10\"}")
                .statusCode(200);
        post(
                        "authorising-officer",
                        PATH + id + "/adopt",
                        "{\"financingDecision\": \"AAP 2010 rev 1\", \"date\": \"2010-12-20\"}")
                .statusCode(200)
                .body("edition", is(2))
                .body("amendments[0].financingDecision", is("AAP 2010 rev 1"))
                .body("adoption.financingDecision", is("AAP 2010 part 2"))
                .body("total.amount", is("2400000.01"));
        get("auditor", PATH + id + "/amendment").statusCode(404);
    }

    @Test
    void aWaitingAmendmentIsWithdrawnWithoutTouchingTheAdoptedText() {
        String reference = "AWP-" + Sample.code();
        String id = adopted(reference);
        amend(id, reference, "4000000.00").statusCode(202);

        post("authorising-officer", PATH + id + "/close", "").statusCode(409);
        post("programme-officer", PATH + id + "/withdraw", "{\"reason\": \"No\"}")
                .statusCode(200)
                .body("status", is("ADOPTED"));

        get("auditor", PATH + id + "/amendment").statusCode(404);
        get("auditor", PATH + id + "/versions").body("items.last().amendmentWithdrawnBecause", is("No"));
        get(PATH + id + "/versions").body("items.last().amendmentWithdrawnBecause", nullValue());
        post("authorising-officer", PATH + id + "/close", "").statusCode(200).body("status", is("CLOSED"));
        await().untilAsserted(() -> assertThat(Told.of(kafka, id))
                .map(Told::payload)
                .last()
                .asString()
                .contains("\"version\":8")
                .doesNotContain("actions"));
    }

    @Test
    void anAmendmentStaysWithinTheEnvelopeAndTakesTheRightRole() {
        String reference = "AWP-" + Sample.code();
        String id = adopted(reference);

        amend(id, reference, "5000000.01").statusCode(409).body("code", is("work-programme-incomplete"));
        post("programme-officer", PATH + id + "/amend", "{\"reason\": \"x\", \"actions\": []}")
                .statusCode(403);
        post("authorising-officer", PATH + id + "/amend", "{\"reason\": \"\", \"actions\": []}")
                .statusCode(400);
    }

    private static String adopted(String reference) {
        String id = Sample.withEnvelope("5000000.00", "").beforeAdoption(reference, 2010, "2000000.00");
        Sample.adopt(id).statusCode(200);
        return id;
    }

    private static ValidatableResponse amend(String id, String reference, String amount) {
        return post(
                "authorising-officer-b", PATH + id + "/amend", """
                {"reason": "More partners", "actions": [%s]}
                """.formatted(Sample.action(reference + "/1", amount)));
    }
}
