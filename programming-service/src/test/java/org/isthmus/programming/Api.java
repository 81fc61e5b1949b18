package org.isthmus.programming;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import org.isthmus.testing.Tokens;

/** Calls the service as one of its clients. */
public final class Api {

    private Api() {}

    public static ValidatableResponse post(String role, String path, String body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then();
    }

    public static ValidatableResponse put(String role, String path, String etag, String body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .header("If-Match", etag)
                .contentType(ContentType.JSON)
                .body(body)
                .put(path)
                .then();
    }

    public static ValidatableResponse patch(String role, String path, String etag, String body) {
        return given().auth()
                .oauth2(Tokens.of(role))
                .header("If-Match", etag)
                .contentType("application/merge-patch+json")
                .body(body)
                .patch(path)
                .then();
    }

    public static ValidatableResponse get(String role, String path) {
        return given().auth().oauth2(Tokens.of(role)).get(path).then();
    }

    public static ValidatableResponse get(String path) {
        return given().get(path).then();
    }
}
