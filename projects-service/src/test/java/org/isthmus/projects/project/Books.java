package org.isthmus.projects.project;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.as;
import static org.isthmus.projects.World.officer;

import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.math.BigDecimal;
import java.util.UUID;
import org.isthmus.projects.World;
import org.isthmus.testing.Deliver;

/** The books of funding as a project meets them: what they tell of commitments, and what it shows then. */
record Books(InMemoryConnector kafka) {

    static final String BOOKED = "eu.isthmus.funding.commitment.booked.v1";
    static final String CHANGED = "eu.isthmus.funding.commitment.changed.v1";
    static final String REFUSED = "eu.isthmus.funding.commitment.refused.v1";

    void tell(UUID event, String type, String project, int version, String payload) {
        new Deliver(kafka, "commitments", "funding.commitments")
                .event(event, type, UUID.fromString(project), version, payload);
    }

    static ValidatableResponse sign(String project, String reference) {
        return as("authorising-officer")
                .header("Idempotency-Key", UUID.randomUUID())
                .body("""
                        {"reference": "%s", "amount": {"amount": "250000.00", "currency": "EUR"},
                         "signedOn": "2012-02-15", "actionId": "%s"}
                        """.formatted(reference, World.ACTION))
                .post("/v1/projects/" + project + "/sign-grant")
                .then();
    }

    static String state(UUID commitment, int version, String reference, String project, String committed, String paid) {
        String outstanding =
                new BigDecimal(committed).subtract(new BigDecimal(paid)).toPlainString();
        return """
                {"commitmentId": "%s", "version": %d, "reference": "%s", "projectId": "%s", "kind": "INDIVIDUAL",
                 "historical": false, "status": "%s", "committed": %s, "decommitted": %s, "paid": %s,
                 "recovered": %s, "outstanding": %s}
                """.formatted(
                        commitment,
                        version,
                        reference,
                        project,
                        committed.equals("0.00") ? "REVERSED" : "OPEN",
                        euros(committed),
                        euros("0.00"),
                        euros(paid),
                        euros("0.00"),
                        euros(outstanding));
    }

    static String reversed(UUID commitment, int version, String reference, String project) {
        return state(commitment, version, reference, project, "0.00", "0.00");
    }

    private static String euros(String amount) {
        return "{\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
    }

    static ValidatableResponse awaitStatus(String id, String status) {
        return awaitMember(id, "status", status);
    }

    static ValidatableResponse awaitCommitted(String id, String amount) {
        return awaitMember(id, "money.committed", amount);
    }

    static ValidatableResponse awaitMember(String id, String path, String value) {
        await().untilAsserted(() -> officer().get("/v1/projects/" + id).then().body(path, is(value)));
        return officer().get("/v1/projects/" + id).then();
    }
}
