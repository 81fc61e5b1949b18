package org.isthmus.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.config.DecoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.UUID;
import org.awaitility.Awaitility;

/** Speaks to the service under test as one of its callers: the one language of tests over HTTP. */
public final class TestClient {

    static {
        // a busy machine is no failure
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    private TestClient() {}

    /** Asks for no compression, whose answers have entity tags of their own. */
    public static RequestSpecification plainly() {
        return given().config(RestAssuredConfig.config()
                .decoderConfig(DecoderConfig.decoderConfig().noContentDecoders()));
    }

    public static RequestSpecification as(String role) {
        return plainly().auth().oauth2(Tokens.of(role)).contentType(ContentType.JSON);
    }

    public static RequestSpecification officer() {
        return as("programme-officer");
    }

    /** A partner that speaks for an organisation, by its reference or id. */
    public static RequestSpecification partner(String organisation) {
        return plainly()
                .auth()
                .oauth2(Tokens.ofPartner("somebody", organisation))
                .contentType(ContentType.JSON);
    }

    /** As everybody, without a token. */
    public static ValidatableResponse get(String path) {
        return plainly().get(path).then();
    }

    public static ValidatableResponse get(String role, String path) {
        return as(role).get(path).then();
    }

    /** With a new key, so that it is done and not answered from an earlier request. */
    public static ValidatableResponse post(String role, String path, String body) {
        return as(role).header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    /** The same by a person who is told apart from others in the role. */
    public static ValidatableResponse postAs(String person, String role, String path, String body) {
        return plainly()
                .auth()
                .oauth2(Tokens.of(person, role))
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", UUID.randomUUID())
                .body(body)
                .post(path)
                .then();
    }

    /** Enters a thing and answers its id. */
    public static String created(String role, String path, String body) {
        return post(role, path, body).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse put(String role, String path, String etag, String body) {
        return as(role).header("If-Match", etag).body(body).put(path).then();
    }

    public static ValidatableResponse patch(String role, String path, String etag, String body) {
        return as(role).header("If-Match", etag)
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch(path)
                .then();
    }

    /** Waits until everybody gets this status. */
    public static void awaitStatus(String path, int status) {
        Awaitility.await().untilAsserted(() -> get(path).statusCode(status));
    }

    /** Waits until a member of an answer has this value, and answers it. */
    public static ValidatableResponse await(String role, String path, String member, Object value) {
        Awaitility.await().untilAsserted(() -> get(role, path).body(member, equalTo(value)));
        return get(role, path);
    }

    /** The same for what everybody may read. */
    public static ValidatableResponse await(String path, String member, Object value) {
        Awaitility.await().untilAsserted(() -> get(path).body(member, equalTo(value)));
        return get(path);
    }

    /** A word that no other test has. */
    public static String unique(String word) {
        return word + "-" + UUID.randomUUID().toString().substring(0, 13);
    }

    /** An amount as JSON. */
    public static String euros(String amount) {
        return "{\"amount\": \"%s\", \"currency\": \"EUR\"}".formatted(amount);
    }
}
