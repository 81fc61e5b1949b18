package org.isthmus.programming;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.is;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ExtractableResponse;
import io.restassured.response.Response;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Case C4: what GET answers can be PUT back. */
@QuarkusTest
class ReadAndPutTest {

    @Test
    void whatIsReadOfEachThingCanBePutBackAndChangesNothing() {
        Sample sample = Sample.withEnvelope("5000000.00", "");
        Sample.country("MD");
        String reference = "AWP-" + Sample.code();
        String code = Sample.code();
        String region = "R-" + code;
        Map<String, String> drafts = new LinkedHashMap<>();
        drafts.put("/v1/programmes", """
                {"code": "P-%s", "title": {"en": "x"}, "period": {"start": "2014", "end": "2020"}, "strands": [
                 {"number": 1, "code": "s-%s", "title": {"en": "x"}, "measures": [{"code": "1", "text": {"en": "x"}}]}]}
                """.formatted(code, code));
        drafts.put("/v1/regions", "{\"code\": \"%s\", \"title\": {\"en\": \"x\"}}".formatted(region));
        drafts.put(
                "/v1/vocabulary-terms",
                "{\"scheme\": \"s\", \"code\": \"%s\", \"title\": {\"en\": \"x\"}}"
                        .formatted(code.toLowerCase(Locale.ROOT)));
        drafts.put("/v1/policy-documents", """
                {"reference": "D-%s", "title": {"en": "x"}, "programmes": [{"type": "BASED_ON", "programmeCode": "%s"}]}
                """.formatted(code, sample.programme()));
        drafts.put("/v1/strategy-papers", """
                {"reference": "TSP-%s", "programmeCode": "%s", "title": {"en": "x"},
                 "period": {"start": "2007", "end": "2010"}}
                """.formatted(code, sample.programme()));
        drafts.put("/v1/evaluations", """
                {"reference": "E-%s", "programmeCode": "%s", "title": {"en": "x"},
                 "recommendations": [{"code": "R1", "text": {"en": "x"}}]}
                """.formatted(code, sample.programme()));
        drafts.put(
                "/v1/work-programmes",
                sample.workProgramme(
                        reference,
                        2010,
                        Sample.action(reference + "/1", "100.00") + "," + Sample.action(reference + "/2", "50.00")));

        drafts.forEach((path, draft) -> {
            String id = post("programme-officer", path, draft)
                    .statusCode(201)
                    .extract()
                    .path("id");
            putBack(path + "/" + id);
        });
    }

    private static void putBack(String path) {
        ExtractableResponse<Response> read =
                get("programme-officer", path).statusCode(200).extract();
        String body = read.asString();
        int version = read.path("version");

        put("programme-officer", path, read.header("ETag"), body)
                .statusCode(200)
                .body("version", is(version));
        put("programme-officer", path, read.header("ETag"), body.replaceFirst("\"version\":\\s*1", "\"version\": 7"))
                .statusCode(400)
                .body("errors.pointer", contains("/version"))
                .body("errors.code", is(List.of("read-only")));
    }
}
