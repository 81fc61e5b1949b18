package org.isthmus.gateway.admission;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.gateway.Issuer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The issuer is not there when the gateway starts: each test opens it. */
@QuarkusTest
class AdmissionTest {

    @ConfigProperty(name = "test.issuer.port")
    int port;

    @SuppressWarnings("NullAway.Init")
    private Issuer issuer;

    @BeforeEach
    void openIssuer() throws Exception {
        issuer = new Issuer(port);
        issuer.open();
    }

    @AfterEach
    void closeIssuer() {
        issuer.close();
    }

    @Test
    void passesAGoodTokenOnToTheService() {
        String token = issuer.token();

        ask(token).statusCode(200).body("headers.authorization", is("Bearer " + token));
    }

    @Test
    void stopsABadOne() {
        isRefused(ask(issuer.token("isthmus", Instant.now().minusSeconds(60))));
        isRefused(ask(issuer.token("another", Instant.now().plusSeconds(60))));
        isRefused(ask(issuer.token() + "x"));
        isRefused(ask("no-token-at-all"));
        isRefused(ask(""));
    }

    @Test
    void stopsATokenSignedByAKeyThatTheIssuerDoesNotHave() throws Exception {
        ask(issuer.token()).statusCode(200);
        Issuer stranger = new Issuer(port);

        isRefused(ask(stranger.token()));
    }

    @Test
    void takesBearerTokensOnly() {
        given().header("Authorization", "Basic YTpi")
                .get("/v1/payments")
                .then()
                .statusCode(401)
                .header("WWW-Authenticate", "Bearer")
                .body("code", is("unauthorized"));
    }

    @Test
    void fetchesTheKeysAgainWhenTheIssuerHasNewOnes() throws Exception {
        ask(issuer.token()).statusCode(200);

        issuer.rotate();

        ask(issuer.token()).statusCode(200);
    }

    @Test
    void goesOnWithKnownKeysWhileTheIssuerIsAway() throws Exception {
        ask(issuer.token()).statusCode(200);
        issuer.close();

        ask(issuer.token()).statusCode(200);

        issuer.open();
    }

    @Test
    void saysThatItCannotCheckATokenOfAnUnknownKeyWhileTheIssuerIsAway() throws Exception {
        ask(issuer.token()).statusCode(200);
        issuer.close();
        issuer.rotate();

        ask(issuer.token())
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "5")
                .body("code", is("token-check-away"));
        given().get("/v1/projects").then().statusCode(200);

        issuer.open();
        ask(issuer.token()).statusCode(200);
    }

    @Test
    void passesABodyAfterTheCheck() {
        given().auth()
                .oauth2(issuer.token())
                .body("x".repeat(500_000))
                .post("/v1/payments")
                .then()
                .statusCode(200)
                .body("received", is(500_000));
    }

    private static ValidatableResponse ask(String token) {
        return given().header("Authorization", "Bearer " + token)
                .get("/v1/payments")
                .then();
    }

    private static void isRefused(ValidatableResponse answer) {
        answer.statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", startsWith("Bearer"))
                .body("code", is("unauthorized"));
    }
}
