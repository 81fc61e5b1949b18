package org.isthmus.programming.workprogramme;

import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.patch;
import static org.isthmus.testing.TestClient.post;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.programming.Sample;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkProgrammePatchTest {

    private String path = "";
    private String reference = "";

    @BeforeEach
    void draft() {
        Sample.country("MD");
        reference = "AWP-" + Sample.code();
        String body = Sample.withEnvelope(null, "")
                .workProgramme(reference, 2010, Sample.action(reference + "/1", "2000000.00"));
        path = "/v1/work-programmes/"
                + post("programme-officer", "/v1/work-programmes", body)
                        .statusCode(201)
                        .extract()
                        .path("id");
    }

    @Test
    void whatAPatchLeavesOutStays() {
        String action = get("programme-officer", path).extract().path("actions[0].id");

        patch("programme-officer", path, "\"v1\"", "{\"title\": {\"fr\": \"Programme de travail\"}, \"part\": 2}")
                .statusCode(200)
                .header("ETag", is("\"v2\""))
                .body("title.fr", is("Programme de travail"))
                .body("part", is(2))
                .body("reference", is(reference))
                .body("actions", hasSize(1))
                .body("actions[0].id", is(action))
                .body("actions[0].indicativeAmount.amount", is("2000000.00"));
    }

    @Test
    void allThatIsWrongInAPatchIsNamedByItsPlaceAndNothingChanges() {
        patch("programme-officer", path, "\"v1\"", "{\"year\": 1492, \"title\": null, \"colour\": 1}")
                .statusCode(400)
                .body("errors.pointer", hasItems("/year", "/title", "/colour"));
        patch("programme-officer", path, "\"v9\"", "{\"part\": 2}").statusCode(412);
        patch("programme-officer", path, "", "{\"part\": 2}").statusCode(428);
        patch("finance-officer", path, "\"v1\"", "{\"part\": 2}").statusCode(403);

        get("programme-officer", path).header("ETag", is("\"v1\""));
    }

    @Test
    void whatIsAdoptedChangesByNoPatch() {
        String adopted = "AWP-" + Sample.code();
        String id = Sample.withEnvelope(null, "").beforeAdoption(adopted, 2010, "700.00");
        Sample.adopt(id).statusCode(200);

        String etag = get("/v1/work-programmes/" + id).extract().header("ETag");
        patch("programme-officer", "/v1/work-programmes/" + id, etag, "{\"title\": {\"en\": \"Other\"}}")
                .statusCode(409);
    }
}
