package org.isthmus.programming.programme;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.isthmus.testing.TestClient.get;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.plainly;
import static org.isthmus.testing.TestClient.post;
import static org.isthmus.testing.TestClient.put;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.isthmus.programming.Sample;
import org.isthmus.testing.Statements;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProgrammeResourceTest {

    private static final String PATH = "/v1/programmes/";

    @Test
    void twoProgrammesThatClaimEachOtherAtOnceAreDecidedOneAfterTheOther() throws Exception {
        try (ExecutorService clients = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 20; round++) {
                String one = "P-" + Sample.code();
                String other = "P-" + Sample.code();
                String oneId = enter(one, "");
                String otherId = enter(other, "");

                List<Future<Integer>> answers = clients.invokeAll(
                        List.of(() -> continues(oneId, one, other), () -> continues(otherId, other, one)));

                assertThat(List.of(answers.get(0).get(), answers.get(1).get())).containsExactlyInAnyOrder(200, 412);
            }
        }
    }

    private static int continues(String id, String code, String predecessor) {
        return put(
                        "programme-officer",
                        PATH + id,
                        "\"v1\"",
                        Sample.programme(code, ", \"predecessorCode\": \"%s\"".formatted(predecessor)))
                .extract()
                .statusCode();
    }

    @Test
    void twoCurrentFiguresForOnePeriodAreBothNamed() {
        String figure = """
                {"label": "%s", "period": {"start": "%s", "end": "%s"}, "current": true,
                 "amount": {"amount": "5.00", "currency": "EUR"}, "source": %s}
                """;
        post(
                        "programme-officer",
                        "/v1/programmes",
                        Sample.programme(
                                "P-" + Sample.code(),
                                ", \"envelopes\": [%s, %s, %s]"
                                        .formatted(
                                                figure.formatted("A", "2007", "2010", Sample.SOURCE),
                                                figure.formatted("B", "2007", "2009", Sample.SOURCE),
                                                figure.formatted("C", "2007-01-01", "2010-12", Sample.SOURCE))))
                .statusCode(400)
                .body("errors.pointer", containsInAnyOrder("/envelopes/0/current", "/envelopes/2/current"));
    }

    @Test
    void programmesFormAChain() {
        String first = "P-" + Sample.code();
        String second = "P-" + Sample.code();
        String firstId = enter(first, "");
        String secondId = enter(second, ", \"predecessorCode\": \"%s\"".formatted(first));

        get(PATH + secondId).body("predecessor.code", is(first));
        get(PATH + firstId).body("successor.code", is(second)).header("ETag", is("\"v2\""));
        get("/v1/programmes?predecessor=" + first).body("items.code", containsInAnyOrder(second));

        post(
                        "programme-officer",
                        "/v1/programmes",
                        Sample.programme("P-" + Sample.code(), ", \"predecessorCode\": \"%s\"".formatted(first)))
                .statusCode(409)
                .body("code", is("predecessor-taken"));
        put(
                        "programme-officer",
                        PATH + firstId,
                        "\"v2\"",
                        Sample.programme(first, ", \"predecessorCode\": \"%s\"".formatted(second)))
                .statusCode(409)
                .body("code", is("predecessor-loop"));
    }

    @Test
    void aStrandKeepsItsIdAndLeavesTheListWhenItIsDropped() {
        String code = "P-" + Sample.code();
        String id = enter(code, "");
        String strand = get("/v1/strands?programme=" + code + "&code=asylum-protection")
                .body("items", hasSize(1))
                .extract()
                .path("items[0].id");
        String one = Sample.programme(code, "").replaceAll("(?s),\\s*\\{\"number\": 2.*?\\}\\]\\}\\]", "]");

        put("programme-officer", PATH + id, "\"v1\"", one).statusCode(200).body("strands", hasSize(1));

        get("/v1/strands?programme=" + code).body("items.code", containsInAnyOrder("migration-development"));
        get("/v1/strands/" + strand).statusCode(404);
        put("programme-officer", PATH + id, "\"v2\"", Sample.programme(code, ""))
                .statusCode(200);
        get("/v1/strands?programme=" + code + "&code=asylum-protection").body("items[0].code", is("asylum-protection"));
    }

    @Test
    void disputedFiguresStandSideBySideAndClaimsAreKept() {
        String figures = """
                , "envelopes": [
                  {"label": "Envelope", "period": {"start": "2007", "end": "2013"}, "current": true,
                   "amount": {"amount": "380000000.00", "currency": "EUR"}, "source": %1$s},
                  {"label": "Envelope", "period": {"start": "2007", "end": "2013"}, "current": false,
                   "amount": {"amount": "384000000.00", "currency": "EUR"}, "source": %1$s},
                  {"label": "Latin America", "period": {"start": "2007", "end": "2010"}, "current": true,
                   "region": "Latin America", "minimum": {"amount": "16000000.00", "currency": "EUR"}, "source": %1$s}],
                  "claims": [{"measure": "PROJECTS", "label": "Projects", "approximate": true, "count": 300,
                              "since": "2005", "source": %1$s}]
                """.formatted(Sample.SOURCE);

        String id = enter("P-" + Sample.code(), figures);

        get(PATH + id)
                .body("envelopes.amount.amount", hasItem("384000000.00"))
                .body("envelopes[2].minimum.amount", is("16000000.00"))
                .body("envelopes[0].source.document", is("Memo of 18 November 2011"))
                .body("claims[0].count", is(300));
    }

    @Test
    void badInputNamesAllThatIsWrong() {
        post("programme-officer", "/v1/programmes", """
                {"code": "-", "title": {}, "period": {"start": "2013", "end": "2007"}, "surprise": 1,
                 "strands": [{"number": 0, "code": "a", "title": {"en": "A"}, "measures": []}],
                 "envelopes": [{"label": "E", "period": {"start": "2007", "end": "2013"}, "current": true,
                                "source": {"document": "D"}}]}
                """)
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.pointer",
                        containsInAnyOrder(
                                "/code",
                                "/title",
                                "/period",
                                "/surprise",
                                "/strands/0/number",
                                "/strands/0/measures",
                                "/envelopes/0"));
        post("programme-officer", "/v1/programmes", """
                {"code": "P", "title": {"en": "P"}, "period": {"start": "2007", "end": "2013"}, "strands": [
                  {"number": 1, "code": "a", "title": {"en": "A"}, "measures": [{"code": "1", "text": {"en": "M"}}]},
                  {"number": 1, "code": "a", "title": {"en": "A"}, "measures": [{"code": "1", "text": {"en": "M"}}]}]}
                """)
                .statusCode(400)
                .body(
                        "errors.pointer",
                        containsInAnyOrder("/strands/1/code", "/strands/1/number", "/strands/1/measures/0/code"));
    }

    @Test
    void textsThatNoDatabaseHoldsAreRefused() {
        String code = "P-" + Sample.code();
        int status = post(
                        "programme-officer", "/v1/programmes", Sample.programme(code, ", \"framework\": \"a\\u0000b\""))
                .extract()
                .statusCode();

        assertThat(status).isEqualTo(400);
    }

    @Test
    void theSameKeyAnswersTheSameAndRefusesAnotherBody() {
        String key = UUID.randomUUID().toString();
        String body = Sample.programme("P-" + Sample.code(), "");

        String first = keyed(key, body).then().statusCode(201).extract().path("id");
        keyed(key, body).then().statusCode(201).body("id", is(first));
        keyed(key, Sample.programme("P-" + Sample.code(), "")).then().statusCode(422);
    }

    @Test
    void ofTwoWhoEnterTheSameAtOnceOneIsTold() throws Exception {
        String body = Sample.programme("P-" + Sample.code(), "");
        Callable<Integer> entry = () ->
                post("programme-officer", "/v1/programmes", body).extract().statusCode();
        List<Integer> statuses = new ArrayList<>();

        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            for (Future<Integer> status : threads.invokeAll(Collections.nCopies(4, entry))) {
                statuses.add(status.get());
            }
        }

        assertThat(statuses).containsExactlyInAnyOrder(201, 409, 409, 409);
    }

    @Test
    void aDryRunChangesNothing() {
        String code = "P-" + Sample.code();

        post("programme-officer", "/v1/programmes?dryRun=true", Sample.programme(code, ""))
                .statusCode(201);

        get("/v1/programmes?code=" + code).body("items", hasSize(0));
    }

    @Test
    void onlyProgrammeOfficersWrite() {
        String body = Sample.programme("P-" + Sample.code(), "");

        post("finance-officer", "/v1/programmes", body).statusCode(403);
        post("auditor", "/v1/programmes", body).statusCode(403);
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/programmes")
                .then()
                .statusCode(401);
    }

    @Test
    void aReadIsOneStatementAndAListOneOrTwo() {
        String id = enter("P-" + Sample.code(), "");
        get(PATH + id).statusCode(200);

        List<String> detail = Statements.during(() -> get(PATH + id).statusCode(200));
        List<String> list = Statements.during(
                () -> get("/v1/strands?total=true&facets=programme").statusCode(200));

        assertThat(detail).hasSize(1);
        assertThat(list).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aKnownVersionIsNotSentAgainAndAPastOneIsFound() {
        String code = "P-" + Sample.code();
        String id = enter(code, "");

        plainly().header("If-None-Match", "\"v1\"").get(PATH + id).then().statusCode(304);
        get(PATH + id + "?asOf=2001-01-01").statusCode(404);
        get("/v1/programmes?code=" + code + "&asOf=2001-01-01").body("items", hasSize(0));
        get("/v1/programmes?code=" + code + "&asOf=2999-01-01").statusCode(400).body("errors[0].code", is("future"));
        get("/v1/programmes?code=" + code + "&asOf=" + LocalDate.now(ZoneId.of("Europe/Brussels")))
                .body("items", hasSize(1))
                .body("next", nullValue());
    }

    private static io.restassured.response.Response keyed(String key, String body) {
        return officer().header("Idempotency-Key", key).body(body).post("/v1/programmes");
    }

    private static String enter(String code, String more) {
        return post("programme-officer", "/v1/programmes", Sample.programme(code, more))
                .statusCode(201)
                .extract()
                .path("id");
    }
}
