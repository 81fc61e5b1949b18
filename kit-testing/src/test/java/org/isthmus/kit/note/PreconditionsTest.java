package org.isthmus.kit.note;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.testing.TestClient.created;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions that are sent hold, or nothing is done (RFC 9110, section 13). */
@QuarkusTest
class PreconditionsTest {

    private String path = "";

    @BeforeEach
    void aNote() {
        path = "/v1/notes/" + created("programme-officer", "/v1/notes", note());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "v1"           | - | 200
            "x", "v1"      | - | 200
            *              | - | 200
            -              | - | 200
            ''             | - | 200
            "v2"           | - | 412
            W/"v1"         | - | 412
            "v1-gzip"      | - | 412
            v1             | - | 400
            "v1"           | "v1" | 304
            "v2"           | "v1" | 412
            """)
    void aReadAnswersTheStateThatItsCallerAsksForOnly(String ifMatch, String ifNoneMatch, int status) {
        RequestSpecification get = conditional(plainly(), ifMatch, ifNoneMatch);
        Response answer = get.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(conditional(plainly(), ifMatch, ifNoneMatch).head(path).statusCode())
                .isEqualTo(status);
        if (status >= 400) {
            assertThat(answer.contentType()).startsWith("application/problem+json");
            assertThat(answer.jsonPath().getString("errors[0].parameter")).isEqualTo("If-Match");
            assertThat(answer.header("ETag")).isNull();
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 200", "-1, 412"})
    void aReadAnswersWhatHasNotChangedSinceADay(long seconds, int status) {
        Response first = plainly().get(path);
        Instant modified = DateTimeFormatter.RFC_1123_DATE_TIME.parse(first.header("Last-Modified"), Instant::from);
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                modified.plusSeconds(seconds).atOffset(ZoneOffset.UTC));

        plainly().header("If-Unmodified-Since", date).get(path).then().statusCode(status);
        plainly()
                .header("If-Unmodified-Since", date)
                .header("If-Match", "\"v1\"")
                .get(path)
                .then()
                .statusCode(200);
        plainly().header("If-Unmodified-Since", "yesterday").get(path).then().statusCode(200);
    }

    /** Its tag is weak, since its rows are ordered and cut as others ask for. */
    @Test
    void aListIsNeverTheStateOfATag() {
        String tag = plainly().get("/v1/notes").header("ETag");

        plainly().header("If-Match", tag).get("/v1/notes").then().statusCode(412);
        plainly().header("If-Match", "*").get("/v1/notes").then().statusCode(200);
        plainly().header("If-Match", "*").get("/v1/notes?format=csv").then().statusCode(200);
        plainly()
                .header("If-Match", "\"v1\"")
                .get("/v1/notes?format=csv")
                .then()
                .statusCode(412);
        plainly().header("If-Match", "\"v1\"").get("/v1/notes?limit=0").then().statusCode(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "\"v1\"", "\"x\", \"v1\""})
    void nothingIsThereBeforeACreationThatItCouldMatch(String ifMatch) {
        for (String address : List.of("/v1/notes", "/v1/notes?dryRun=true")) {
            String body = note();
            officer()
                    .header("If-Match", ifMatch)
                    .body(body)
                    .post(address)
                    .then()
                    .statusCode(412)
                    .body("code", is("precondition-failed"))
                    .body("errors.parameter", contains("If-Match"));
            officer()
                    .header("If-None-Match", "*")
                    .body(body)
                    .post(address)
                    .then()
                    .statusCode(201);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            *              | 412
            "v1"           | 412
            W/"v1"         | 412
            "x", "v1-gzip" | 412
            "v2"           | 200
            """)
    void aChangeIsDoneWhereNoneOfTheVersionsIsThere(String ifNoneMatch, int status) {
        Response answer = officer()
                .header("If-Match", "\"v1\"")
                .header("If-None-Match", ifNoneMatch)
                .body("{\"tags\": [\"MD\"]}")
                .patch(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 412) {
            answer.then().body("code", is("precondition-failed")).body("errors.parameter", contains("If-None-Match"));
        }
    }

    @Test
    void aVersionThatIsMissingIsToldWithAllThatIsWrong() {
        String read = plainly().get(path).asString();
        officer()
                .body("{\"title\": 7, \"unknown\": 1}")
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("If-Match", null, null, null, null));
        officer()
                .body(read.replace("\"Kept\"", "7"))
                .put(path)
                .then()
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/title/en", null));
        officer()
                .body("{\"reference\": 7}")
                .patch(path)
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("If-Match", null));
        officer()
                .body(read)
                .put(path + "?dryRun=maybe")
                .then()
                .statusCode(400)
                .body("errors.parameter", containsInAnyOrder("dryRun", "If-Match"));
        officer().body(read).put(path).then().statusCode(428).body("errors.parameter", contains("If-Match"));
        plainly().get(path).then().header("ETag", "\"v1\"");
    }

    @Test
    void aDateIsNoConditionOfAChange() {
        officer()
                .header("If-Unmodified-Since", "Thu, 18 Nov 2010 10:00:00 GMT")
                .body(note())
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("If-Unmodified-Since"))
                .body("errors.pointer", contains(nullValue()));
    }

    private static String note() {
        return "{\"reference\": \"%s\", \"title\": {\"en\": \"Kept\"}, \"tags\": []}"
                .formatted(unique("N").toUpperCase(Locale.ROOT));
    }

    private static RequestSpecification conditional(RequestSpecification request, String ifMatch, String ifNoneMatch) {
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        return ifNoneMatch == null ? request : request.header("If-None-Match", ifNoneMatch);
    }

    private static RequestSpecification plainly() {
        return TestClient.plainly().header("Accept-Encoding", "identity");
    }
}
