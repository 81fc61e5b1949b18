package org.isthmus.projects.project;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.patch;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A former version that is withdrawn is gone by every way out (R23). */
@QuarkusTest
class WithdrawalTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    private final String marker = unique("secret").replace('-', 'x');
    private final String reference = unique("spoken");
    private String id = "";
    private String then = "";

    /** Version 3 says it, version 4 no more. */
    @BeforeEach
    void sayIt() {
        id = project(reference);
        publish(id);
        patch("programme-officer", "/v1/projects/" + id, "*", "{\"summary\": {\"en\": \"%s\"}}".formatted(marker))
                .statusCode(200);
        then = given().get("/v1/projects/" + id + "/versions").path("items[1].recordedAt");
        patch("programme-officer", "/v1/projects/" + id, "*", "{\"summary\": null}")
                .statusCode(200)
                .body("version", is(4));
    }

    @Test
    void itIsReadByNobodyAnyMore() {
        for (String path : waysOut()) {
            assertThat(given().get(path).asString()).as(path).contains(marker);
        }

        withdraw(3, "{\"ground\": \"PERSONAL_DATA\", \"reason\": \"It names a participant\"}")
                .statusCode(200)
                .body("version", is(4));

        List<Supplier<RequestSpecification>> readers = List.of(
                RestAssured::given, () -> as("portal"), () -> partner(reference), () -> officer(), () -> as("auditor"));
        for (Supplier<RequestSpecification> reader : readers) {
            for (String path : waysOut()) {
                assertThat(reader.get().get(path).asString()).as(path).doesNotContain(marker);
            }
            reader.get()
                    .get("/v1/projects?total=true&reference=%s&asOf=%s".formatted(reference, then))
                    .then()
                    .body("total", is(0));
        }
    }

    @Test
    void whatRemainsSaysWhenAndWhy() {
        withdraw(3, "{\"ground\": \"PERSONAL_DATA\", \"reason\": \"It names a participant\"}")
                .statusCode(200);

        given().get("/v1/projects/" + id + "/versions")
                .then()
                .body("items.version", contains(2, 3, 4))
                .body("items[1].withdrawn.ground", is("PERSONAL_DATA"))
                .body("items[1].withdrawn.reason", nullValue())
                .body("items[2].withdrawn", nullValue());
        officer()
                .get("/v1/projects/" + id + "/versions")
                .then()
                .body("items[2].withdrawn.reason", is("It names a participant"));
        for (String path : new String[] {"/versions/3", "?asOf=" + then}) {
            given().get("/v1/projects/" + id + path)
                    .then()
                    .statusCode(404)
                    .body("code", is("version-withdrawn"))
                    .body("detail", containsString("PERSONAL_DATA"))
                    .body("detail", not(containsString("participant")));
        }
        as("auditor")
                .get("/v1/audit/projects?operation=withdrawProjectVersion&object=" + id)
                .then()
                .body("items", hasSize(1))
                .body("items[0].asked.reason", is("It names a participant"));
        await().untilAsserted(() -> assertThat(Told.of(kafka, id).stream()
                        .filter(told -> told.type().endsWith("versions-withdrawn.v1"))
                        .map(told -> told.json().path("withdrawn").toString()))
                .containsExactly("{\"versions\":[3],\"ground\":\"PERSONAL_DATA\"}"));
    }

    @Test
    void severalThatFollowEachOtherGoAtOnce() {
        withdraw(2, "{\"ground\": \"ERROR\", \"reason\": \"Wrong\", \"through\": 3}")
                .statusCode(200);

        given().get("/v1/projects/" + id + "/versions")
                .then()
                .body("items.withdrawn.ground", contains("ERROR", "ERROR"));
    }

    @Test
    void totalsOfThePastStayAsTheyWere() {
        String statistics = "/v1/statistics/projects?asOf=" + then;
        String before =
                given().get(statistics).then().extract().path("total.projects").toString();

        withdraw(3, "{\"ground\": \"ERROR\", \"reason\": \"Wrong\"}").statusCode(200);

        assertThat(given().get(statistics).path("total.projects").toString()).isEqualTo(before);
    }

    @Test
    void whatIsRefused() {
        String body = "{\"ground\": \"ERROR\", \"reason\": \"Wrong\"}";

        withdraw(4, body).statusCode(409).body("code", is("version-stands"));
        withdraw(5, body).statusCode(404).body("code", is("version-unknown"));
        withdraw(3, "{\"ground\": \"ERROR\", \"reason\": \"Wrong\", \"through\": 2}")
                .statusCode(400)
                .body("code", is("through-before-version"));
        withdraw(3, "{\"ground\": \"ERROR\"}").statusCode(400).body("errors.pointer", hasItem("/reason"));
        officer()
                .header("If-Match", "\"v3\"")
                .body(body)
                .post("/v1/projects/%s/versions/3/withdraw".formatted(id))
                .then()
                .statusCode(412);
        as("partner")
                .body(body)
                .post("/v1/projects/%s/versions/3/withdraw".formatted(id))
                .then()
                .statusCode(403);
        withdraw(3, body).statusCode(200);
        withdraw(3, body).statusCode(409).body("code", is("already-withdrawn"));
    }

    private String[] waysOut() {
        return new String[] {
            "/v1/projects/%s/versions/3".formatted(id),
            "/v1/projects/%s?asOf=%s".formatted(id, then),
            "/v1/projects/%s?recordedAsOf=%s".formatted(id, then),
            "/v1/projects?reference=%s&asOf=%s".formatted(reference, then),
            "/v1/projects?q=%s&asOf=%s".formatted(marker, then),
            "/v1/projects?reference=%s&format=ndjson&asOf=%s".formatted(reference, then),
        };
    }

    private ValidatableResponse withdraw(int version, String body) {
        return officer()
                .body(body)
                .post("/v1/projects/%s/versions/%d/withdraw".formatted(id, version))
                .then();
    }
}
