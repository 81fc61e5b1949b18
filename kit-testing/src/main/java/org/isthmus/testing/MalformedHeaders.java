package org.isthmus.testing;

import static org.isthmus.testing.ApiRequests.sendBytes;
import static org.isthmus.testing.ApiRequests.withToken;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Headers that no operation may take, each of which its refusal must name. */
final class MalformedHeaders {

    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    private final ApiOperation operation;
    private final String role;
    private final List<String> wrong = new ArrayList<>();

    MalformedHeaders(ApiOperation operation, String role) {
        this.operation = operation;
        this.role = role;
    }

    /** What was answered otherwise than it must be. */
    List<String> badAnswers() {
        expectNamed("Accept", "application/nothing", 406);
        if (operation.mayHaveBody()) {
            sendNoJson();
            sendNoUtf8();
        }
        if (operation.method().equals("GET")) {
            // judged where there is something to read
            expectStatus("If-Match", "v1", 400, 404);
            expectStatus("If-Match", "\"v999\"", 412, 404, 400);
        } else {
            for (String header : List.of("If-Match", "If-None-Match", "If-Unmodified-Since")) {
                expectNamed(header, "v1", 400);
            }
            expectNamed("Idempotency-Key", "x y", 400);
        }
        if (operation.method().equals("PUT")) {
            Response response = ApiRequests.send(operation, withToken(role), "{\"unknownOne\": 1}", "");
            require(names(response, "If-Match"), "does not tell with all else that If-Match is missing");
        }
        return wrong;
    }

    private void sendNoJson() {
        for (String type : List.of("garbage", ";", "text/plain", "application/xml", type() + "; charset=iso-8859-1")) {
            Response response = sendBytes(operation, role, BODY, Map.of("Content-Type", type));
            require(
                    response.statusCode() == 415 && names(response, "Content-Type"),
                    "answers the type '%s' with %d %s".formatted(type, response.statusCode(), response.asString()));
        }
        Response zipped = sendBytes(operation, role, BODY, Map.of("Content-Type", type(), "Content-Encoding", "gzip"));
        require(
                zipped.statusCode() == 415 && names(zipped, "Content-Encoding"),
                "takes a compressed body: " + zipped.statusCode());
    }

    private void sendNoUtf8() {
        Map<String, String> headers = Map.of("Content-Type", type());
        byte[] latin = "{\"reference\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        byte[] wide = "{\"reference\": \"x\"}".getBytes(StandardCharsets.UTF_16LE);
        for (byte[] body : List.of(latin, wide)) {
            require(sendBytes(operation, role, body, headers).statusCode() == 400, "takes bytes that are not UTF-8");
        }
    }

    private String type() {
        return operation.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private void expectNamed(String header, String value, int status) {
        Response response = ApiRequests.send(operation, with(header, value), "{\"unknownOne\": 1}", "");
        require(
                response.statusCode() == status && names(response, header),
                "answers %s: %s with %d %s".formatted(header, value, response.statusCode(), response.asString()));
    }

    private void expectStatus(String header, String value, Integer... statuses) {
        int status = ApiRequests.send(operation, with(header, value), "{}", "").statusCode();
        require(List.of(statuses).contains(status), "answers %s: %s with %d".formatted(header, value, status));
    }

    private RequestSpecification with(String header, String value) {
        return withToken(role).header(header, value);
    }

    private static boolean names(Response response, String header) {
        List<String> named = response.jsonPath().getList("errors.parameter");
        return named != null && named.contains(header);
    }

    private void require(boolean condition, String complaint) {
        if (!condition) {
            wrong.add(operation.name() + " " + complaint);
        }
    }
}
