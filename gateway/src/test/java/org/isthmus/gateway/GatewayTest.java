package org.isthmus.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(value = Neighbours.class, scope = TestResourceScope.GLOBAL)
class GatewayTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/programmes, programming",
        "/v1/work-programmes/7/actions, programming",
        "/v1/coverage, programming",
        "/v1/commitments/7/decommit, funding",
        "/v1/execution?groupBy=strand, funding",
        "/v1/projects, projects",
        "/v1/projects?q=a%20b&country=MD&country=UA, projects",
        "/v1/projects.geojson, projects",
        "/v1/statistics/projects, projects",
        "/v1/exports/iati, projects",
        "/v1/audit/funding?dayFrom=2026-01-01, funding",
    })
    void passesARequestToTheServiceThatOwnsThePath(String path, String service) {
        given().urlEncodingEnabled(false)
                .get(path)
                .then()
                .statusCode(200)
                .body("service", is(service))
                .body("uri", is(path));
    }

    @ParameterizedTest
    @CsvSource({"/v1", "/v1/", "/v1/projectsx", "/v1/other", "/other", "/v2/projects", "/v1/projects.xml", "/v1/audit"})
    void knowsNoOtherPath(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("type", is("https://isthmus.example/problems/not-found"))
                .body("code", is("not-found"))
                .body("status", is(404))
                .body("instance", is(path))
                .body("traceId", matchesPattern("[0-9a-f]{32}"));
    }

    @Test
    void passesABodyAndWhatTheServiceAnswers() {
        given().body("x".repeat(300_000))
                .header("Idempotency-Key", "k-1")
                .post("/v1/payments")
                .then()
                .statusCode(200)
                .header("ETag", "\"v7\"")
                .body("method", is("POST"))
                .body("received", is(300_000))
                .body("headers.idempotency-key", is("k-1"));
    }

    @Test
    void tellsALocationWithoutTheServicesOwnAddress() {
        given().post("/v1/projects/new").then().statusCode(201).header("Location", "/v1/projects/7?x=1");
    }

    @ParameterizedTest
    @CsvSource({"PUT", "PATCH", "DELETE", "OPTIONS"})
    void passesEveryMethod(String method) {
        given().request(method, "/v1/projects/7").then().statusCode(200).body("method", is(method));
    }

    @Test
    void answersHeadWithHeadersOnly() {
        given().head("/v1/projects/7").then().statusCode(200).header("ETag", "\"v7\"");
    }

    @Test
    void passesNotModified() {
        given().header("If-None-Match", "\"v7\"")
                .get("/v1/projects/unmodified")
                .then()
                .statusCode(304)
                .header("ETag", "\"v7\"")
                .header("Content-Length", nullValue())
                .header("Transfer-Encoding", nullValue());
    }

    @Test
    void passesAnAnswerWithoutABody() {
        given().delete("/v1/projects/gone")
                .then()
                .statusCode(204)
                .header("Content-Length", nullValue())
                .header("Transfer-Encoding", nullValue());
    }

    @Test
    void takesARequestIdAndATraceAndReturnsThem() {
        String trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

        given().header("X-Request-Id", "mine-1")
                .header("traceparent", trace)
                .get("/v1/projects")
                .then()
                .header("X-Request-Id", "mine-1")
                .header("traceparent", trace)
                .body("headers.x-request-id", is("mine-1"))
                .body("headers.traceparent", is(trace));
    }

    @ParameterizedTest
    @CsvSource({"'', 00-1", "has space, 00-00000000000000000000000000000000-00f067aa0ba902b7-01", "umläut, x"})
    void makesNewOnesForWhatIsMalformed(String id, String trace) {
        String made = given().header("X-Request-Id", id)
                .header("traceparent", trace)
                .get("/v1/projects")
                .then()
                .header("X-Request-Id", hasLength(32))
                .header("traceparent", matchesPattern("00-[0-9a-f]{32}-[0-9a-f]{16}-00"))
                .extract()
                .path("headers.x-request-id");

        assertThat(made).hasSize(32);
    }

    @Test
    void replacesARequestIdThatIsTooLong() {
        given().header("X-Request-Id", "x".repeat(129)).get("/other").then().header("X-Request-Id", hasLength(32));
    }

    @Test
    void tellsTheServiceWhoAskedAndBelievesNobodyElse() {
        given().header("X-Forwarded-For", "6.6.6.6")
                .header("X-Forwarded-Proto", "gopher")
                .header("X-Forwarded-Host", "evil.example")
                .header("Forwarded", "for=6.6.6.6")
                .get("/v1/projects")
                .then()
                .body("headers.x-forwarded-for", is("127.0.0.1"))
                .body("headers.x-forwarded-proto", is("http"))
                .body("headers.x-forwarded-host", matchesPattern("localhost:\\d+"))
                .body("headers.forwarded", nullValue());
    }

    @Test
    void keepsHopByHopHeadersToTheirHop() {
        given().header("Connection", "keep-alive, X-Secret")
                .header("X-Secret", "1")
                .header("Proxy-Authorization", "x")
                .header("TE", "trailers")
                .get("/v1/projects")
                .then()
                .body("headers.x-secret", nullValue())
                .body("headers.proxy-authorization", nullValue())
                .body("headers.te", nullValue())
                .body("headers.connection", nullValue());
        given().get("/v1/projects/hops")
                .then()
                .header("Keep-Alive", nullValue())
                .header("Upgrade", nullValue())
                .header("Set-Cookie", "a=b");
    }

    @Test
    void saysWhenAServiceIsAwayWhileTheOthersGoOn() {
        given().post("/v1/away/7")
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", equalTo("service-away"))
                .body("detail", not(equalTo("")))
                .header("X-Request-Id", hasLength(32));
        given().get("/v1/projects").then().statusCode(200);
    }

    @Test
    void answersHeadForAServiceThatIsAway() {
        given().head("/v1/away/7").then().statusCode(503).contentType("application/problem+json");
    }

    @Test
    void stopsWaitingForASilentService() {
        given().post("/v1/payments/silent")
                .then()
                .statusCode(504)
                .contentType("application/problem+json")
                .body("code", is("service-slow"));
        given().get("/v1/payments/release").then().statusCode(204);
    }

    @Test
    void turnsAwayAnAddressThatIsTooLong() {
        given().get("/v1/projects?q=" + "x".repeat(9_000))
                .then()
                .statusCode(414)
                .body("code", is("uri-too-long"));
    }

    @Test
    void turnsAwayHeadersThatAreTooLarge() {
        given().header("X-Long", "x".repeat(17_000))
                .get("/v1/projects")
                .then()
                .statusCode(431)
                .body("code", is("headers-too-large"));
    }
}
