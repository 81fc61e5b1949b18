package org.isthmus.gateway.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.isthmus.gateway.RecordingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class OwnPathsTest {

    @Test
    void showsProgramsWhereToGoOn() {
        given().get("/")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("name", is("Isthmus"))
                .body("docs", is("/docs"))
                .body("openapi.json", is("/openapi.json"))
                .body("health", is("/q/health"))
                .body("token", startsWith("http"));
    }

    @Test
    void showsPeopleWhereToGoOn() {
        isSafe(given().header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .get("/")
                .then()
                .statusCode(200)
                .contentType("text/html")
                .body(containsString("<html lang=\"en\">"), containsString("href=\"/docs\"")));
    }

    @Test
    void linksOnlyToWhatTheReaderCanFollow() {
        String index = given().header("Accept", "text/html").get("/").asString();
        List<String> links = Pattern.compile("href=\"(/[^\"]*)\"")
                .matcher(index)
                .results()
                .map(link -> link.group(1).replace("&amp;", "&"))
                .toList();

        assertThat(links).contains("/docs", "/licence", "/v1/projects").doesNotContain("/v1/reconciliation");
        for (String link : links) {
            given().urlEncodingEnabled(false).get(link).then().statusCode(200);
        }
        given().get("/licence").then().contentType("text/plain").body(containsString("Apache License"));
    }

    @Test
    void servesOneOpenApiDocument() {
        given().get("/openapi.json")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("openapi", is("3.0.3"))
                .body("paths.'/q/health'.get.operationId", is("getHealth"))
                .body(
                        "components.securitySchemes.oauth2.flows.clientCredentials.tokenUrl",
                        startsWith("http://localhost"));
        given().get("/openapi.yaml")
                .then()
                .statusCode(200)
                .contentType("application/yaml")
                .body(startsWith("openapi:"));
    }

    @Test
    void sendsNothingTwiceToACallerWhoHasIt() {
        String tag = given().get("/openapi.json").then().extract().header("ETag");

        given().header("If-None-Match", tag)
                .get("/openapi.json")
                .then()
                .statusCode(304)
                .header("Content-Length", nullValue())
                .body(emptyString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/docs", "/problems", "/problems/service-away"})
    void letsAPageLoadNothingFromElsewhere(String path) {
        isSafe(given().header("Accept", "text/html")
                .get(path)
                .then()
                .statusCode(200)
                .contentType("text/html"));
    }

    @ParameterizedTest
    @CsvSource({
        "/docs/swagger-ui-bundle.js, text/javascript",
        "/docs/swagger-ui.css, text/css",
        "/docs/start.js, text/javascript",
        "/style.css, text/css",
        "/favicon.ico, image/svg+xml",
        "/robots.txt, text/plain",
    })
    void servesWhatThePagesNeed(String path, String type) {
        given().get(path).then().statusCode(200).contentType(type).body(not(emptyString()));
        given().head(path).then().statusCode(200).contentType(type);
    }

    @Test
    void explainsAProblem() {
        given().get("/problems/unauthorized")
                .then()
                .statusCode(200)
                .body("type", is("https://isthmus.example/problems/unauthorized"))
                .body("status", is(401))
                .body("meaning", containsString("token"));
        given().get("/problems/unicorn-unknown")
                .then()
                .statusCode(200)
                .body("title", is("Unicorn unknown"))
                .body("meaning", startsWith("There is no such thing"));
        given().get("/problems").then().statusCode(200).body("items.code", hasItem("unauthorized"));
    }

    @Test
    void admitsThatAProblemIsNotExplained() {
        given().get("/problems/new")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", is("not-found"));
        given().header("Accept", "text/html")
                .get("/problems/<b>new")
                .then()
                .statusCode(404)
                .contentType("text/html")
                .body(containsString("&lt;b&gt;new"), not(containsString("<b>new")));
    }

    @ParameterizedTest
    @CsvSource({"POST, /", "DELETE, /openapi.json", "PUT, /q/health", "POST, /docs", "POST, /q/metrics"})
    void isOnlyRead(String method, String path) {
        given().request(method, path)
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", "GET, HEAD, OPTIONS")
                .body("code", is("method-not-allowed"));
        given().options(path).then().statusCode(204).header("Allow", "GET, HEAD, OPTIONS");
    }

    @Test
    void showsEachNeighbourWithoutCallingItselfUnready() {
        given().get("/q/health")
                .then()
                .statusCode(200)
                .body("status", is("DEGRADED"))
                .body("checks.find { it.name == 'funding' }.status", is("UP"))
                .body("checks.find { it.name == 'away' }.status", is("DOWN"));
        given().get("/q/health/ready")
                .then()
                .statusCode(200)
                .body("status", is("UP"))
                .body("checks.find { it.name == 'away' }.status", is("DOWN"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void aNeighbourThatNeedsItsOperatorIsDegraded() {
        String body = """
                {"status": "UP", "checks": [{"name": "jobs", "status": "UP"},
                 {"name": "dead-letters", "status": "UP", "data": {"state": "DEGRADED", "notes.notes": 1}}]}
                """;
        RecordingService.ANSWERS.put(
                "ready",
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                        .formatted(body.length(), body));
        try {
            await().untilAsserted(() -> given().get("/q/health")
                    .then()
                    .statusCode(200)
                    .body("status", is("DEGRADED"))
                    .body("checks.find { it.name == 'recording' }.status", is("DEGRADED")));
        } finally {
            RecordingService.ANSWERS.remove("ready");
        }
        await().untilAsserted(() ->
                given().get("/q/health").then().body("checks.find { it.name == 'recording' }.status", is("UP")));
    }

    @Test
    void countsWhatGoesThrough() {
        given().get("/v1/indicators").then().statusCode(200);

        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("gateway_requests_seconds_count{service=\"projects\",status=\"200\"}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded", "Via"})
    void tellsNobodyBehindAProxyOfOthersRequests(String header) {
        given().header(header, "203.0.113.7").get("/q/metrics").then().statusCode(404);
        given().header(header, "203.0.113.7").get("/q/metrics/").then().statusCode(404);
    }

    @Test
    void asksForTlsWhereItIsReachedByIt() {
        given().get("/").then().header("Strict-Transport-Security", "max-age=31536000");
        given().get("/v1/projects").then().header("Strict-Transport-Security", "max-age=31536000");
    }

    @Test
    void letsAnyOriginRead() {
        given().header("Origin", "https://portal.example")
                .get("/v1/projects")
                .then()
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Credentials", nullValue())
                .header("Access-Control-Expose-Headers", containsString("ETag"));
        preflight("https://portal.example")
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "*")
                .header("Access-Control-Allow-Methods", "GET, HEAD");
    }

    @Test
    void letsOnlyNamedOriginsAndItsOwnPagesWrite() {
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            for (String origin : List.of(
                    "https://portal.example", "null", "https://office.example.evil.example", "http://office.example")) {
                given().header("Origin", origin)
                        .contentType("text/plain")
                        .body("{}")
                        .request(method, "/v1/organisations")
                        .then()
                        .statusCode(403)
                        .contentType("application/problem+json")
                        .header("Vary", containsString("Origin"))
                        .body("code", is("origin-not-allowed"));
            }
            for (String origin : List.of("https://office.example", "http://localhost:" + RestAssured.port)) {
                given().header("Origin", origin)
                        .body("{}")
                        .request(method, "/v1/organisations")
                        .then()
                        .statusCode(not(403));
            }
        }
        preflight("https://portal.example").header("Access-Control-Allow-Headers", "idempotency-key");
        given().get("/v1/projects").then().header("Vary", containsString("Origin"));
    }

    @Test
    void letsANamedOriginWrite() {
        preflight("https://office.example")
                .statusCode(204)
                .header("Access-Control-Allow-Origin", "https://office.example")
                .header("Access-Control-Allow-Headers", "authorization, idempotency-key")
                .header("Access-Control-Allow-Methods", containsString("POST"));
    }

    private static ValidatableResponse preflight(String origin) {
        return given().header("Origin", origin)
                .header("Access-Control-Request-Method", "POST")
                .header("Access-Control-Request-Headers", "authorization, idempotency-key")
                .options("/v1/payments")
                .then();
    }

    private static void isSafe(ValidatableResponse page) {
        page.header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Content-Security-Policy", startsWith("default-src 'none'"))
                .body(not(containsString("src=\"http")), not(containsString("stylesheet\" href=\"http")));
    }
}
