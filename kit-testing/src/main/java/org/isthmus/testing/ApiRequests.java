package org.isthmus.testing;

import static io.restassured.RestAssured.given;

import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;

/** Sends requests to operations of the document, about things that there are not. */
final class ApiRequests {

    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private ApiRequests() {}

    static RequestSpecification withToken(String role) {
        return given().auth().oauth2(token(role));
    }

    /** The same for all requests of a role. */
    static String token(String role) {
        return TOKENS.computeIfAbsent(
                role, of -> of.equals("partner") ? Tokens.ofPartner("partner-a", "partner-a") : Tokens.of(of));
    }

    /** With a body where the operation may take one, as JSON. */
    static Response send(ApiOperation operation, RequestSpecification request, String body, String query) {
        RequestSpecification prepared = request.urlEncodingEnabled(false).header("Idempotency-Key", UUID.randomUUID());
        if (operation.mayHaveBody()) {
            prepared = prepared.contentType(ContentType.JSON).body(body);
        }
        return prepared.request(
                operation.method(), address(operation, UUID.randomUUID().toString(), query));
    }

    /** The bytes as they are, with these headers. */
    static Response sendBytes(ApiOperation operation, String role, byte[] body, Map<String, String> headers) {
        return withToken(role)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", UUID.randomUUID())
                .headers(headers)
                .body(body)
                .request(
                        operation.method(), address(operation, UUID.randomUUID().toString(), ""));
    }

    static String address(ApiOperation operation, String id, String query) {
        String path = operation.path().replace("{version}", "1").replaceAll("\\{[^}]+}", Matcher.quoteReplacement(id));
        return query.isEmpty() ? path : path + "?" + query;
    }
}
