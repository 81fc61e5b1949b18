package org.isthmus.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.Statements;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class NoteResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    NoteEvents events;

    @ParameterizedTest
    @ValueSource(strings = {"0-0-0-0-0", "00000000-0000-0000-0000-0000000000000001", "none", "%20", "1"})
    void anIdHasOneSpelling(String id) {
        TestClient.get("/v1/notes/" + id).statusCode(400).body("errors[0].parameter", is("id"));
    }

    /** Case B7: query, headers and body are told at once, and before how things stand. */
    @Test
    void whatIsWrongAnywhereInARequestIsToldAtOnce() {
        officer()
                .header("Idempotency-Key", "two words")
                .header("If-Match", "v1")
                .body("{\"reference\": \"no capitals\", \"title\": {\"xx\": \"x\"}, \"tags\": []}")
                .post("/v1/notes?dryrun=true")
                .then()
                .statusCode(400)
                .body(
                        "errors.parameter.findAll { it != null }",
                        containsInAnyOrder("dryrun", "Idempotency-Key", "If-Match"))
                .body("errors.pointer.findAll { it != null }", containsInAnyOrder("/reference", "/title/xx"));
        String path = "/v1/notes/%s?dryrun=true".formatted(created(unique(), "Known", "t"));
        TestClient.patch("programme-officer", path, "\"v1\"", "{\"title\": {\"xx\": \"x\"}}")
                .statusCode(400)
                .body("errors.parameter.findAll { it != null }", contains("dryrun"))
                .body("errors.pointer.findAll { it != null }", contains("/title/xx"));
    }

    @Test
    void aWriteAnswersWithItsVersionAndIsReadBack() {
        String id = created(unique(), "Chișinău", "MD");

        TestClient.get("/v1/notes/" + id)
                .statusCode(200)
                .header("ETag", "\"v1\"")
                .body("title.en", is("Chișinău"))
                .body("amount.amount", is("12.50"));
        TestClient.plainly()
                .header("If-None-Match", "\"v1\"")
                .get("/v1/notes/" + id)
                .then()
                .statusCode(304);
    }

    @Test
    void oneIsOneStatementAndAListIsOne() {
        String id = created(unique(), "Count me", "XA");

        assertThat(Statements.during(() -> given().get("/v1/notes/" + id))).hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/notes?tag=XA"))).hasSize(1);
        assertThat(Statements.during(() -> given().get("/v1/notes?tag=XA&total=true&facets=tag")))
                .hasSize(2);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() {
        officer()
                .body("""
                {"reference": "no spaces!", "title": {}, "tags": [null], "amount": {"amount": 5, "currency": "EUR"}, "x": [1]}
                """)
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", is("invalid-request"))
                .body("traceId", notNullValue())
                .body("errors.pointer", containsInAnyOrder("/reference", "/title", "/tags/0", "/amount", "/x"));
    }

    @Test
    void aTextIsKeptInOneForm() {
        officer()
                .body("""
                {"reference": "%s", "title": {"EN": " Cafe\\u0301\\r\\nnoir\\u00a0", "sr-latn": "x"}, "tags": []}
                """.formatted(unique()))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .body("title.en", is("Caf\u00e9\nnoir"))
                .body("title.'sr-Latn'", is("x"));
    }

    @Test
    void aTextNamesEachLanguageOnceAndOneThatExists() {
        for (String title : List.of(
                "{\"en\": \"a\", \"EN\": \"b\"}",
                "{\"zz\": \"a\"}",
                "{\"english\": \"a\"}",
                "{\"en-ZZ\": \"a\"}",
                "{\"und\": \"a\"}")) {
            officer()
                    .body("{\"reference\": \"%s\", \"title\": %s, \"tags\": []}".formatted(unique(), title))
                    .post("/v1/notes")
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", everyItem(startsWith("/title/")));
        }
    }

    @Test
    void aConditionThatIsNoEntityTagIsToldSo() {
        String id = created(unique(), "Unquoted", "MD");

        officer()
                .header("If-Match", "v1")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body("{}")
                .patch("/v1/notes/" + id)
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("If-Match"))
                .body("errors[0].detail", containsString("\"v1\""));
    }

    @Test
    void aDryRunAnswersAsTheRealThingWould() {
        for (String key : List.of("", "x".repeat(300), "a b")) {
            for (String run : List.of("?dryRun=true", "")) {
                officer()
                        .header("Idempotency-Key", key)
                        .body(body(unique(), "Key", "MD"))
                        .post("/v1/notes" + run)
                        .then()
                        .statusCode(400)
                        .body("errors[0].parameter", is("Idempotency-Key"));
            }
        }
        String key = UUID.randomUUID().toString();
        String sent = body(unique(), "Once", "MD");
        post(key, sent).statusCode(201);
        officer()
                .header("Idempotency-Key", key)
                .body(sent)
                .post("/v1/notes?dryRun=true")
                .then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true");
        officer()
                .header("Idempotency-Key", key)
                .body(body(unique(), "Other", "MD"))
                .post("/v1/notes?dryRun=true")
                .then()
                .statusCode(422);
        officer()
                .body(body(unique(), "Dry", "MD"))
                .post("/v1/notes?dryRun=true")
                .then()
                .header("Location", nullValue());
    }

    @Test
    void whatIsNoJsonIsSaidSo() {
        officer()
                .body("{\"reference\": {\"x\": 1}, \"title\": {\"en\": \"cut off")
                .post("/v1/notes")
                .then()
                .statusCode(400)
                .body("errors.code", hasItem("not-json"));
        officer().body("{").post("/v1/notes").then().statusCode(400).body("errors[0].code", is("not-json"));
        officer().body("").post("/v1/notes").then().statusCode(400).contentType("application/problem+json");
        officer().body("[]").post("/v1/notes").then().statusCode(400).contentType("application/problem+json");
    }

    @Test
    void theSameKeyIsTheSameAnswerAndAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        String reference = unique();
        String first = post(key, body(reference, "Once", "MD"))
                .statusCode(201)
                .extract()
                .path("id");

        post(key, body(reference, "Once", "MD"))
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("Location", endsWith("/v1/notes/" + first))
                .body("id", is(first));
        post(key, body(unique(), "Twice", "MD")).statusCode(422).body("code", is("idempotency-key-reused"));
    }

    @Test
    void moneyNeedsAKey() {
        TestClient.as("finance-officer")
                .body(body(unique(), "Costs", "MD"))
                .post("/v1/notes/paid")
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("Idempotency-Key"));
    }

    @Test
    void aDryRunChangesNothing() {
        String reference = unique();
        officer()
                .body(body(reference, "Never", "MD"))
                .post("/v1/notes?dryRun=true")
                .then()
                .statusCode(201);

        given().get("/v1/notes?reference=" + reference).then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void anEditNeedsThePresentVersion() {
        String reference = unique();
        String id = created(reference, "First", "MD");
        String body = body(reference, "Second", "MD");

        officer().body(body).put("/v1/notes/" + id).then().statusCode(428);
        officer()
                .header("If-Match", "\"v7\"")
                .body(body)
                .put("/v1/notes/" + id)
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", "\"v1\"")
                .body(body)
                .put("/v1/notes/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("version", is(2));
        given().get("/v1/notes/" + id).then().body("title.en", is("Second"));
    }

    @Test
    void whatReadingGaveCanBeSentBack() {
        String reference = unique();
        String id = created(reference, "Read", "MD");
        String read = given().get("/v1/notes/" + id).asString();

        put(id, "\"v1\"", read).statusCode(200).header("ETag", "\"v1\"");
        put(id, "\"v1\"", read.replace("Read", "Changed"))
                .statusCode(200)
                .header("ETag", "\"v2\"")
                .body("title.en", is("Changed"));
        put(id, "\"v1\"", read).statusCode(412);
        put(id, "\"v2\"", read.replace("\"MD\"", "7"))
                .statusCode(400)
                .body("errors.find { it.pointer == '/version' }.code", is("read-only"))
                .body("errors.pointer", hasItems("/version", "/tags/0"));
        String other = UUID.randomUUID().toString();
        put(other, "\"v1\"", read).statusCode(404);
        officer().body(read).put("/v1/notes/" + id).then().statusCode(428);
        officer().body(read).post("/v1/notes").then().statusCode(400).body("errors.code", hasItem("unknown-field"));
    }

    private static ValidatableResponse put(String id, String etag, String body) {
        return TestClient.put("programme-officer", "/v1/notes/" + id, etag, body);
    }

    @Test
    void nobodyPassesWithoutTheRole() {
        String body = body(unique(), "No", "MD");
        given().contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", containsString("Bearer"));
        TestClient.as("portal").body(body).post("/v1/notes").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.expired("programme-officer"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(401)
                .contentType("application/problem+json");
        given().auth()
                .oauth2(Tokens.forAnotherAudience("programme-officer"))
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/notes")
                .then()
                .statusCode(401);
        given().auth().oauth2("rubbish").get("/v1/notes").then().statusCode(401);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        String tag = unique();
        for (String title : List.of("Zagreb", "Ägypten", "Agadir", "beirut", "Éfes", "eupen", "Omsk")) {
            created(unique(), title, tag);
        }
        for (String sort : List.of("title", "-title", "-amount,title", "reference", "amount,-title")) {
            List<String> whole = given().get("/v1/notes?limit=1000&sort=" + sort + "&tag=" + tag)
                    .path("items.id");
            List<String> paged = new ArrayList<>();
            String next = "/v1/notes?limit=2&sort=" + sort + "&tag=" + tag;
            while (next != null) {
                ValidatableResponse page =
                        given().urlEncodingEnabled(false).get(next).then().statusCode(200);
                paged.addAll(page.extract().path("items.id"));
                next = page.extract().path("next");
            }
            assertThat(paged).as(sort).isEqualTo(whole).hasSize(7);
        }
        assertThat(given().get("/v1/notes?sort=title&tag=" + tag).<List<String>>path("items.title.en"))
                .containsExactly("Agadir", "Ägypten", "beirut", "Éfes", "eupen", "Omsk", "Zagreb");
    }

    @Test
    void aCursorOfAnotherListIsRefused() {
        String tag = unique();
        created(unique(), "One", tag);
        created(unique(), "Two", tag);
        String next = given().get("/v1/notes?limit=1&tag=" + tag).path("next");

        given().urlEncodingEnabled(false)
                .get(next.replace(tag, "other"))
                .then()
                .statusCode(400)
                .body("errors[0].parameter", is("cursor"));
    }

    @Test
    void whatAListDoesNotKnowIsRefusedAllAtOnce() {
        given().get("/v1/notes?colour=red&limit=0&sort=size&facets=x&asOf=yesterday&amountFrom=much&total=maybe")
                .then()
                .statusCode(400)
                .body("errors.parameter", hasItems("colour", "limit", "sort", "facets", "asOf", "amountFrom", "total"));
    }

    @Test
    void searchIsBlindToAccentsAndTakesTheBeginningOfTheLastWord() {
        String tag = unique();
        created(unique(), "Programme de Söderköping", tag);

        given().get("/v1/notes?q=soderkop&tag=" + tag).then().body("items", hasSize(1));
        given().get("/v1/notes?q=programme SÖDER&tag=" + tag).then().body("items", hasSize(1));
        given().get("/v1/notes?q=soder programme x&tag=" + tag).then().body("items", hasSize(0));
        given().get("/v1/notes?q=')(!|*&tag=" + tag).then().statusCode(400);
    }

    @Test
    void aFacetCountsWithoutItsOwnFilterAndKnowsThoseWithNone() {
        String word = "facet" + unique().replace("-", "");
        created(unique(), word, "MD");
        created(unique(), word, "UA");
        officer()
                .body(body(unique(), word, "MD").replace("[\"MD\"]", "[]"))
                .post("/v1/notes")
                .then()
                .statusCode(201);

        given().get("/v1/notes?q=" + word + "&tag=MD&facets=tag&total=true")
                .then()
                .body("total", is(1))
                .body("facets.tag.value", containsInAnyOrder("MD", "UA", "none"));
        given().get("/v1/notes?q=" + word + "&tag=none").then().body("items", hasSize(1));
    }

    @Test
    void theWholeListComesAsCsvAndNdjson() {
        String tag = unique();
        created(unique(), "=HYPERLINK(1)", tag);
        created(unique(), "Comma, \"quote\"", tag);

        String csv = given().accept("text/csv")
                .get("/v1/notes?tag=" + tag)
                .then()
                .statusCode(200)
                .contentType(startsWith("text/csv"))
                .extract()
                .asString();
        assertThat(csv.lines()).hasSize(3).first().isEqualTo("reference,title,tags,amount");
        assertThat(csv).contains("'=HYPERLINK(1)").contains("\"Comma, \"\"quote\"\"\"");
        assertThat(given().get("/v1/notes?format=ndjson&tag=" + tag).asString().lines())
                .hasSize(2);
        String named = given().get("/v1/notes?format=csv&fields=title&lang=en,fr&bom=true&tag=" + tag)
                .asString();
        assertThat(named.lines()).hasSize(3).first().isEqualTo("\ufefftitle.en,title.fr");
        assertThat(named.lines().toList().get(1)).endsWith(",");
        assertThat(given().get("/v1/notes?format=ndjson&fields=title&tag=" + tag)
                        .asString()
                        .lines())
                .allMatch(line -> line.matches("\\{\"id\":\"[^\"]+\",\"title\":\\{[^}]+}}"));
        given().get("/v1/notes?format=csv&lang=english").then().statusCode(400).body("errors[0].parameter", is("lang"));
        given().accept("application/pdf")
                .get("/v1/notes")
                .then()
                .statusCode(406)
                .contentType("application/problem+json");
    }

    @Test
    void thePastIsReadable() {
        String reference = unique();
        String id = created(reference, "First", "MD");

        given().get("/v1/notes/" + id + "?asOf=2001-01-01").then().statusCode(404);
        given().get("/v1/notes/" + id + "?asOf=2999-01-01")
                .then()
                .statusCode(400)
                .body("errors[0].code", is("future"));
        given().get("/v1/notes?asOf=2001-01-01&reference=" + reference).then().body("items", hasSize(0));
    }

    @Test
    void everyWriteIsAuditedAlsoTheRefusedOne() {
        String reference = unique();
        officer()
                .header("X-Request-Id", reference)
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "open.example:8443")
                .body(body(reference, "Audited", "MD"))
                .post("/v1/notes")
                .then()
                .header("Location", startsWith("https://isthmus.example/v1/notes/"))
                .header("X-Request-Id", reference);
        String id = given().get("/v1/notes?reference=" + reference).path("items[0].id");
        officer()
                .header("X-Request-Id", reference + "-2")
                .header("X-Forwarded-For", "198.51.100.6, 203.0.113.7")
                .body(body(reference, "x", "MD"))
                .put("/v1/notes/" + id)
                .then()
                .statusCode(428);

        List<String> lines = TestClient.as("auditor")
                .get("/v1/audit/notes?object=" + id)
                .then()
                .statusCode(200)
                .body("items.requestId", contains(reference, reference + "-2"))
                .extract()
                .path("items.collect { it.outcome + ' from ' + it.address }");
        assertThat(lines).containsExactly("DONE from 127.0.0.1", "REFUSED from 203.0.113.7");
    }

    @Test
    void aCommittedEventGoesOutOnceWithItsHeaders() {
        String id = created(unique(), "Told", "MD");

        await().untilAsserted(() -> assertThat(kafka.sink("outbox").received().stream()
                        .map(message -> message.getMetadata(OutgoingKafkaRecordMetadata.class)
                                .orElseThrow())
                        .filter(metadata -> id.equals(metadata.getKey())))
                .singleElement()
                .satisfies(metadata -> assertThat(new String(
                                metadata.getHeaders().lastHeader("ce_type").value(),
                                java.nio.charset.StandardCharsets.UTF_8))
                        .isEqualTo("eu.isthmus.notes.note.written.v1")));
    }

    @Test
    void anEventCountsOnceAndAnOlderVersionNotAtAll() {
        Deliver notes = new Deliver(kafka, "notes", "notes.notes");
        UUID event = UUID.randomUUID();
        UUID key = UUID.randomUUID();

        notes.event(event, "x.v1", key, 2, "{\"word\": \"two\", \"unknown\": 1}");
        notes.event(event, "x.v1", key, 2, "{\"word\": \"two\"}");
        notes.event("x.v1", key, 1, "{\"word\": \"one\"}");
        notes.event("x.v1", key, 3, "poison");
        notes.event("x.v1", key, 4, "{\"word\": \"four\"}");

        await().untilAsserted(() -> assertThat(events.heard()).containsSubsequence("two", "four"));
        assertThat(events.heard()).doesNotContain("one").containsOnlyOnce("two");
    }

    @Test
    void malformedParametersAndUnknownPathsAreProblems() {
        given().get("/v1/notes/seven").then().statusCode(400).body("errors[0].parameter", is("id"));
        given().get("/v1/nothing")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not-found"));
        given().delete("/v1/notes").then().statusCode(405).contentType("application/problem+json");
        TestClient.as("programme-officer")
                .contentType("text/plain")
                .body("x")
                .post("/v1/notes")
                .then()
                .statusCode(415)
                .contentType("application/problem+json");
    }

    @Test
    void theOpenApiDocumentSaysWhoMayAndWhatCanGoWrong() {
        given().queryParam("format", "JSON")
                .get("/openapi")
                .then()
                .statusCode(200)
                .body("openapi", is("3.0.3"))
                .body("paths.'/v1/notes'.post.security", equalTo(List.of(java.util.Map.of("oauth2", List.of()))))
                .body("paths.'/v1/notes'.post.responses.'422'", notNullValue())
                .body("paths.'/v1/notes'.get.responses.'422'", nullValue())
                .body("components.schemas.NoteDraft.example.reference", is("N-1"));
    }

    private static org.hamcrest.Matcher<String> startsWith(String text) {
        return org.hamcrest.Matchers.startsWith(text);
    }

    private static String created(String reference, String title, String tag) {
        return officer()
                .body(body(reference, title, tag))
                .post("/v1/notes")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse post(String key, String body) {
        return officer()
                .header("Idempotency-Key", key)
                .body(body)
                .post("/v1/notes")
                .then();
    }

    private static RequestSpecification officer() {
        return TestClient.as("programme-officer");
    }

    private static String body(String reference, String title, String tag) {
        return """
                {"reference": "%s", "title": {"en": "%s"}, "tags": ["%s"], "amount": {"amount": "12.50", "currency": "EUR"}}
                """.formatted(reference, title.replace("\"", "\\\""), tag);
    }

    private static String unique() {
        return UUID.randomUUID().toString().toUpperCase(java.util.Locale.ROOT);
    }
}
