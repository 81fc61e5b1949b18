package org.isthmus.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.testing.TestClient.created;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.patch;
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

/** What RFC 9110 and RFC 9111 ask of every answer. */
@QuarkusTest
class HttpAnswersTest {

    private String path = "";

    @BeforeEach
    void aNote() {
        path = "/v1/notes/"
                + created(
                        "programme-officer",
                        "/v1/notes",
                        "{\"reference\": \"%s\", \"title\": {\"en\": \"Kept\"}, \"tags\": []}"
                                .formatted(unique("N").toUpperCase(Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            gzip                   | gzip
            gzip;q=0.5, br         | gzip
            deflate;q=0.5, gzip    | gzip
            *                      | gzip
            -                      | -
            identity               | -
            gzip;q=0               | -
            gzip;q=0.000, *        | -
            *;q=0                  | -
            deflate                | -
            br                     | -
            """)
    void anAnswerIsCompressedForWhoTakesIt(String accepted, String coding) {
        for (String address : new String[] {path, "/v1/notes"}) {
            Response answer = plainly(accepted).get(address);
            assertThat(answer.header("Content-Encoding")).isEqualTo(coding);
            assertThat(answer.header("Vary")).contains("Accept-Encoding").contains("Authorization");
        }
    }

    @Test
    void aCompressedAnswerHasATagOfItsOwnThatServesForChangesToo() {
        String plain = plainly("identity").get(path).header("ETag");
        String zipped = plainly("gzip").get(path).header("ETag");

        assertThat(plain).isEqualTo("\"v1\"");
        assertThat(zipped).isEqualTo("\"v1-gzip\"");
        plainly("gzip").header("If-None-Match", zipped).get(path).then().statusCode(304);
        plainly("gzip").header("If-None-Match", plain).get(path).then().statusCode(200);
        patch("programme-officer", path, zipped, "{\"tags\": [\"MD\"]}").statusCode(200);
        patch("programme-officer", path, zipped, "{\"tags\": [\"UA\"]}").statusCode(412);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            "v1"              | -1 | 304
            W/"v1"            | -1 | 304
            "x", "v1"         |  - | 304
            *                 |  - | 304
            "v2"              |  1 | 200
            "v11"             |  - | 200
            -                 |  1 | 304
            -                 |  0 | 304
            -                 | -1 | 200
            -                 |  x | 200
            """)
    void whoHasItAlreadyIsNotSentIt(String ifNoneMatch, String seconds, int status) {
        Response first = plainly("identity").get(path);
        RequestSpecification again = plainly("identity");
        if (ifNoneMatch != null) {
            again.header("If-None-Match", ifNoneMatch);
        }
        if (seconds != null) {
            Instant modified = DateTimeFormatter.RFC_1123_DATE_TIME.parse(first.header("Last-Modified"), Instant::from);
            again.header(
                    "If-Modified-Since",
                    seconds.equals("x")
                            ? "yesterday"
                            : DateTimeFormatter.RFC_1123_DATE_TIME.format(modified.plusSeconds(Long.parseLong(seconds))
                                    .atOffset(ZoneOffset.UTC)));
        }

        Response answer = again.get(path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(answer.asString().isEmpty()).isEqualTo(status == 304);
        assertThat(answer.header("Content-Length")).matches(length -> status != 304 || length == null);
    }

    @Test
    void aListHasAWeakTagUntilItChanges() {
        String tag = unique("T").toUpperCase(Locale.ROOT);
        String list = "/v1/notes?total=true&tag=" + tag;
        String before = given().get(list).header("ETag");

        assertThat(before).startsWith("W/\"");
        given().header("If-None-Match", before).get(list).then().statusCode(304);
        created(
                "programme-officer",
                "/v1/notes",
                "{\"reference\": \"%s\", \"title\": {\"en\": \"New\"}, \"tags\": [\"%s\"]}"
                        .formatted(unique("N").toUpperCase(Locale.ROOT), tag));
        given().header("If-None-Match", before).get(list).then().statusCode(200).body("total", is(1));
    }

    @Test
    void anAddressTellsWhatItTakes() {
        given().options(path)
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, OPTIONS, PATCH, PUT")
                .header("Accept-Patch", "application/merge-patch+json");
        given().options("/v1/notes")
                .then()
                .statusCode(204)
                .header("Allow", "GET, HEAD, OPTIONS, POST")
                .header("Accept-Patch", nullValue());
        given().options("/v1/nothing").then().statusCode(404);
        given().delete("/v1/notes").then().statusCode(405).header("Allow", "GET, HEAD, OPTIONS, POST");
        officer()
                .header("If-Match", "\"v1\"")
                .contentType("text/plain")
                .body("x")
                .patch(path)
                .then()
                .statusCode(415)
                .header("Accept-Patch", "application/merge-patch+json")
                .body("detail", containsString("merge-patch"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                          | application/json         | application/json
            ''                                         | application/json         | application/json
            ' '                                        | application/json         | application/json
            ,                                          | application/json         | application/json
            */*                                        | application/json         | application/json
            *                                          | application/json         | application/json
            text/html, *; q=.2, */*; q=.2              | application/json         | application/json
            application/*                              | application/json         | application/json
            Application/JSON                           | application/json         | application/json
            application/json; charset=utf-8            | application/json         | application/json
            application/problem+json, application/json | application/json         | application/json
            application/json;q=0.001                   | application/json         | application/json
            text/*;q=0.5, application/json;q=0.4       | text/csv                 | application/json
            application/json;q=0.5, text/csv           | text/csv                 | application/json
            text/csv, application/json                 | text/csv                 | application/json
            application/json, text/csv                 | application/json         | application/json
            application/json, text/csv;q=1.0           | application/json         | application/json
            */*, application/json;q=0                  | text/csv                 | 406
            */*;q=0.1, application/json;q=0, text/*;q=0.0 | application/x-ndjson  | 406
            application/json;q=0, application/*        | application/x-ndjson     | 406
            */*;q=0, application/json                  | application/json         | application/json
            text/csv                                   | text/csv                 | 406
            application/x-ndjson                       | application/x-ndjson     | 406
            application/x-ndjson;q=0, text/csv;q=0.5   | text/csv                 | 406
            application/json;q=0                       | 406                      | 406
            text/csv;q=0                               | 406                      | 406
            application/x-ndjson;q=0.000               | 406                      | 406
            */*;q=0                                    | 406                      | 406
            application/problem+json                   | 406                      | 406
            application/xml                            | 406                      | 406
            ;;;                                        | 406                      | 406
            """)
    void anAnswerHasTheFormThatItsCallerTakes(String accepted, String list, String one) {
        assertForm(accepting(accepted).get("/v1/notes"), list);
        assertForm(accepting(accepted).get(path), one);
        accepting(accepted).get("/v1/nothing").then().statusCode(404);
    }

    @Test
    void aProblemIsAProblemWhateverItsCallerTakes() {
        for (String accepted : new String[] {"", "text/csv", "application/json", "*/*, application/problem+json;q=0"}) {
            accepting(accepted)
                    .get("/v1/notes?limit=0")
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("errors[0].parameter", is("limit"));
        }
    }

    @Test
    void aFileHasAllRowsAndNoPages() {
        for (String form : List.of("text/csv", "application/x-ndjson")) {
            accepting(form)
                    .get("/v1/notes?limit=2&cursor=x")
                    .then()
                    .statusCode(400)
                    .body("errors.parameter", containsInAnyOrder("limit", "cursor"))
                    .body("errors.code", everyItem(is("not-allowed")));
        }
    }

    @Test
    void aValueThatIsNoUtf8IsRefused() {
        given().urlEncodingEnabled(false)
                .get("/v1/notes?tag=caf%FF")
                .then()
                .statusCode(400)
                .body("errors.parameter", contains("tag"))
                .body("errors.code", contains("form"));
    }

    private static void assertForm(Response answer, String expected) {
        boolean isRefused = expected.equals("406");
        assertThat(answer.statusCode()).isEqualTo(isRefused ? 406 : 200);
        assertThat(answer.contentType()).startsWith(isRefused ? "application/problem+json" : expected);
        assertThat(answer.header("Vary")).matches(vary -> isRefused || vary.contains("Accept,"));
    }

    private static RequestSpecification accepting(String accepted) {
        RequestSpecification request = plainly("identity");
        return accepted == null ? request : request.header("Accept", accepted);
    }

    @Test
    void headSaysWhatGetSays() {
        Response get = plainly("identity").get(path);
        Response head = plainly("identity").head(path);

        assertThat(head.statusCode()).isEqualTo(200);
        for (String name : new String[] {"ETag", "Last-Modified", "Vary", "Cache-Control", "Content-Type"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        plainly("identity")
                .header("If-None-Match", get.header("ETag"))
                .head(path)
                .then()
                .statusCode(304)
                .header("Content-Length", nullValue())
                .header("Cache-Control", is("no-cache"))
                .header("Vary", containsString("Authorization"));
    }

    /** Without the decoder, which asks for compression by itself. */
    private static RequestSpecification plainly(String acceptEncoding) {
        RequestSpecification request = TestClient.plainly();
        return acceptEncoding == null ? request : request.header("Accept-Encoding", acceptEncoding);
    }
}
