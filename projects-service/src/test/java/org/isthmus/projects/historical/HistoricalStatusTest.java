package org.isthmus.projects.historical;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.project;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.UUID;
import org.isthmus.projects.World;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Where projects of the past stand: entered by one archivist, confirmed by another one (R7, R19, R22). */
@QuarkusTest
class HistoricalStatusTest {

    private static final String PATH = "/v1/historical-statuses";
    private static final String SOURCE = "\"sources\": [{\"document\": \"Memo\"}]";

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void learn() {
        World.learn(kafka);
    }

    @Test
    void aStatusCountsOnceAnotherArchivistHasConfirmedIt() {
        String id = project(unique("past"), SOURCE);
        post("programme-officer", PATH, closed(id)).statusCode(403);
        String asked = post("archivist-a", PATH, closed(id))
                .statusCode(202)
                .body("status", is("REQUESTED"))
                .body("rows", is(1))
                .extract()
                .path("id");
        String request = PATH + "/" + asked;

        get("auditor", "/v1/projects/" + id).body("status", is("PIPELINE"));
        get(request).statusCode(401);
        get("auditor", request + "/projects").body("projects", hasSize(1)).body("projects[0].status", is("CLOSED"));
        post("archivist-a", request + "/confirm", "{}").statusCode(403).body("code", is("same-person"));
        post("archivist-b", request + "/confirm", "{}").statusCode(200).body("status", is("CONFIRMED"));
        get("auditor", "/v1/projects/" + id)
                .body("status", is("CLOSED"))
                .body("historical", is(true))
                .body("history", hasSize(1))
                .body("history[0].reason", is("Ended in 2008"));
        post("archivist-b", request + "/reject", "{\"reason\": \"x\"}")
                .statusCode(409)
                .body("code", is("request-decided"));
        post("archivist-a", PATH, closed(id)).statusCode(409).body("code", is("status-kept"));
    }

    @Test
    void whatIsRejectedCountsNowhereAndMayBeEnteredAnew() {
        String id = project(unique("rejected"), SOURCE);
        String asked =
                post("archivist-a", PATH, closed(id)).statusCode(202).extract().path("id");
        post("archivist-b", PATH + "/" + asked + "/reject", "{\"reason\": \"Of another project\"}")
                .statusCode(200)
                .body("rejectionReason", is("Of another project"));
        post("archivist-b", PATH + "/" + asked + "/confirm", "{}").statusCode(409);
        get("auditor", "/v1/projects/" + id).body("status", is("PIPELINE"));
        World.past(id, "\"status\": \"CLOSED\", \"reason\": \"Ended in 2008\"");
    }

    @Test
    void allThatStandsAgainstTheRowsIsNamed() {
        String bare = project(unique("bare"), "");
        String kept = project(unique("kept"), SOURCE + ", \"period\": {\"start\": \"2020\", \"end\": \"2026\"}");
        post(
                        "archivist-a",
                        PATH,
                        "{\"projects\": [%s, %s, %s]}"
                                .formatted(
                                        row(bare, "PIPELINE"),
                                        row(kept, "CLOSED"),
                                        row(UUID.randomUUID().toString(), "CLOSED")))
                .statusCode(409)
                .body(
                        "errors.code",
                        containsInAnyOrder("not-of-the-past", "source-required", "year-kept", "project-unknown"))
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/projects/0/status",
                                "/projects/0/projectId",
                                "/projects/1/projectId",
                                "/projects/2/projectId"));
    }

    @Test
    void noProjectIsCreatedInAStatusOfThePast() {
        post("programme-officer", "/v1/projects", """
                        {"reference": "%s", "title": {"en": "x"}, %s,
                         "historicalStatus": {"status": "CLOSED", "reason": "Ended in 2008"}}
                        """.formatted(unique("elsewhere"), SOURCE))
                .statusCode(400)
                .body("code", is("past-elsewhere"))
                .body("errors.pointer", contains("/historicalStatus"));
    }

    private static String closed(String project) {
        return "{\"projects\": [%s]}".formatted(row(project, "CLOSED"));
    }

    private static String row(String project, String status) {
        return "{\"projectId\": \"%s\", \"status\": \"%s\", \"reason\": \"Ended in 2008\"}".formatted(project, status);
    }
}
