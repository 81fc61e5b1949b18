package org.isthmus.projects.project;

import static org.isthmus.testing.TestClient.euros;
import static org.isthmus.testing.TestClient.unique;

import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.math.BigDecimal;
import java.util.UUID;
import org.isthmus.projects.World;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;

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
        return TestClient.post("authorising-officer", "/v1/projects/" + project + "/sign-grant", """
                        {"reference": "%s", "amount": {"amount": "250000.00", "currency": "EUR"},
                         "signedOn": "2012-02-15", "actionId": "%s"}
                        """.formatted(
                        reference, World.ACTION));
    }

    static String state(UUID commitment, int version, String reference, String project, String committed, String paid) {
        String outstanding =
                new BigDecimal(committed).subtract(new BigDecimal(paid)).toPlainString();
        return """
                {"commitmentId": "%s", "version": %d, "reference": "%s", "projectId": "%s", "kind": "INDIVIDUAL",
                 "actionId": "%s", "effectiveOn": "2012-02-15", "historical": false, "status": "%s", "committed": %s, "decommitted": %s, "paid": %s,
                 "recovered": %s, "outstanding": %s, "movementOn": "2012-03-31"}
                """.formatted(
                        commitment,
                        version,
                        reference,
                        project,
                        World.ACTION,
                        committed.equals("0.00") ? "REVERSED" : "OPEN",
                        euros(committed),
                        euros("0.00"),
                        euros(paid),
                        euros("0.00"),
                        euros(outstanding));
    }

    /** Of the past: nobody knows what was paid. */
    static String historical(UUID commitment, int version, String reference, String project, String committed) {
        return state(commitment, version, reference, project, committed, "0.00")
                .replace("\"historical\": false", "\"historical\": true")
                .replace("\"actionId\": \"%s\",".formatted(World.ACTION), "");
    }

    /** Until all that was told before is applied. */
    void settle() {
        String id = World.project(unique("settled"));
        tell(UUID.randomUUID(), BOOKED, id, 1, state(UUID.randomUUID(), 1, "S-" + id, id, "1.00", "0.00"));
        awaitCommitted(id, "1.00");
    }

    static String reversed(UUID commitment, int version, String reference, String project) {
        return state(commitment, version, reference, project, "0.00", "0.00");
    }

    static ValidatableResponse awaitStatus(String id, String status) {
        return awaitMember(id, "status", status);
    }

    static ValidatableResponse awaitCommitted(String id, String amount) {
        return awaitMember(id, "money.committed", amount);
    }

    static ValidatableResponse awaitMember(String id, String path, String value) {
        return TestClient.await("programme-officer", "/v1/projects/" + id, path, value);
    }
}
