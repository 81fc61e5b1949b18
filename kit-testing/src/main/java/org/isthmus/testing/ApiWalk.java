package org.isthmus.testing;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.isthmus.attack.HostileWalk;
import org.isthmus.kit.access.Policy;

/**
 * Walks over every operation of a service's OpenAPI document as a careless or hostile client would.
 *
 * <p>Every operation follows the conventions, has a policy row, turns away who may not, and answers malformed input with
 * a documented problem and never with a 5xx. Each check returns all that it found wrong.
 */
public final class ApiWalk {

    private static final Set<String> ROLES = Set.of(
            "portal",
            "partner",
            "programme-officer",
            "finance-officer",
            "authorising-officer",
            "accounting-officer",
            "assessor",
            "auditor");
    /** For each operation and role; {@code attack/run} sends more. */
    private static final int HOSTILE_CASES = 10;

    private final List<ApiOperation> operations = new ArrayList<>();
    private final Map<String, Set<String>> policy = Policy.read();
    private final List<String> wrong = new ArrayList<>();
    private final JsonNode schemas;

    private ApiWalk() {
        JsonNode api = OpenApiDocument.asJson();
        schemas = api.at("/components/schemas");
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().has("responses")) {
                    operations.add(new ApiOperation(
                            operation.getKey().toUpperCase(java.util.Locale.ROOT),
                            path.getKey(),
                            operation.getValue()));
                }
            }
        }
    }

    /** What does not follow {@code api.md}: names, summaries, statuses, examples, policy rows. */
    public static List<String> breaksOfConventions() {
        ApiWalk walk = new ApiWalk();
        walk.operations.forEach(operation -> walk.wrong.addAll(new DocumentedOperation(operation).breaks(walk.policy)));
        Set<String> known = new java.util.TreeSet<>(walk.policy.keySet());
        walk.operations.forEach(
                operation -> known.remove(operation.node().path("operationId").asText()));
        known.forEach(row -> walk.wrong.add("policy row without an operation: " + row));
        return walk.wrong;
    }

    /** Who gets in though the policy keeps them out, or stays out though it lets them in. */
    public static List<String> breaksOfPolicy() {
        ApiWalk walk = new ApiWalk();
        walk.operations.forEach(walk::checkPolicy);
        return walk.wrong;
    }

    /** Malformed input that is answered with a 5xx, an undocumented status or no problem document. */
    public static List<String> badAnswersToMalformedInput() {
        ApiWalk walk = new ApiWalk();
        walk.operations.forEach(walk::sendRubbish);
        return walk.wrong;
    }

    /** Hostile requests to each operation in each role that are answered with a 5xx, undocumented, or without a remedy. */
    public static List<String> badAnswersToHostileInput() {
        ExplainedProblems problems = new ExplainedProblems();
        HostileWalk walk = new HostileWalk(
                URI.create("http://localhost:" + RestAssured.port),
                OpenApiDocument.asJson(),
                ApiWalk::token,
                problems::haveRemedy);
        return walk.run(List.copyOf(new TreeSet<>(ROLES)), HOSTILE_CASES, 1);
    }

    private void checkPolicy(ApiOperation operation) {
        Set<String> roles = operation.roles(policy);
        boolean isPublic = roles.contains(Policy.PUBLIC);
        int anonymous = send(operation, given(), "{}", "").statusCode();
        require(operation, isPublic == (anonymous != 401), "without a token answers " + anonymous);
        for (String role : ROLES) {
            int status = send(operation, withToken(role), "{}", "").statusCode();
            boolean isLetIn = status != 401 && status != 403;
            require(operation, isLetIn == (isPublic || roles.contains(role)), "as " + role + " answers " + status);
        }
    }

    private void sendRubbish(ApiOperation operation) {
        Set<String> roles = operation.roles(policy);
        String role = roles.contains(Policy.PUBLIC) || roles.isEmpty()
                ? "auditor"
                : roles.iterator().next();
        if (operation.hasBody()) {
            for (String body : Rubbish.BODIES) {
                expectProblem(operation, send(operation, withToken(role), body, ""), "body " + body);
            }
            Response text = withToken(role)
                    .contentType("text/plain")
                    .body("x")
                    .request(
                            operation.method(),
                            address(operation, UUID.randomUUID().toString(), ""));
            require(operation, text.statusCode() < 500, "answers text/plain with " + text.statusCode());
        }
        if (operation.hasBody() || operation.method().equals("POST")) {
            sendNoUtf8(operation, role);
        }
        if (operation.method().equals("POST") && !operation.hasBody()) {
            Response said = send(operation, withToken(role), "{\"reason\": \"x\", \"a/b\": 1}", "");
            require(
                    operation,
                    said.statusCode() == 400
                            && said.jsonPath().getList("errors.pointer").containsAll(List.of("/reason", "/a~1b")),
                    "passes over a body");
        }
        if (operation.hasBody()) {
            sendNoTexts(operation, role);
            sendUnknownMembers(operation, role);
            sendNoNames(operation, role);
        }
        for (String query : Rubbish.QUERIES) {
            expectAnswer(operation, send(operation, withToken(role), "{}", query), "query " + query);
        }
        Response undeclared = send(operation, withToken(role), "{}", "nobodyDeclaresThis=1");
        boolean isUnknownAnyway = operation.method().equals("GET") && undeclared.statusCode() == 404;
        require(
                operation,
                isUnknownAnyway
                        || undeclared.statusCode() == 400
                                && undeclared.asString().contains("nobodyDeclaresThis"),
                "answers a parameter that it does not declare with " + undeclared.statusCode());
        for (String parameter : operation.queryParameters()) {
            for (String value : Rubbish.VALUES) {
                String query = parameter + "=" + value;
                expectAnswer(operation, send(operation, withToken(role), "{}", query), "query " + query);
            }
        }
        expectAnswer(
                operation,
                withToken(role)
                        .urlEncodingEnabled(false)
                        .contentType(ContentType.JSON)
                        .body("{}")
                        .request(operation.method(), address(operation, "%27%20or%201=1", "")),
                "a malformed id");
    }

    private void sendNoUtf8(ApiOperation operation, String role) {
        String type = operation.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
        byte[] body = "{\"reference\": \"\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);
        require(operation, sent(operation, role, type, "identity", body) == 400, "takes bytes that are not UTF-8");
        byte[] wide = "{\"reference\": \"x\"}".getBytes(StandardCharsets.UTF_16LE);
        require(operation, sent(operation, role, type, "identity", wide) == 400, "takes UTF-16");
        byte[] plain = "{}".getBytes(StandardCharsets.UTF_8);
        String latin = type + "; charset=iso-8859-1";
        require(operation, sent(operation, role, latin, "identity", plain) == 415, "takes another charset");
        require(operation, sent(operation, role, type, "gzip", plain) == 415, "takes a compressed body");
    }

    private static int sent(ApiOperation operation, String role, String type, String encoding, byte[] body) {
        return withToken(role)
                .config(RestAssuredConfig.config()
                        .encoderConfig(EncoderConfig.encoderConfig()
                                .appendDefaultContentCharsetToContentTypeIfUndefined(false)))
                .urlEncodingEnabled(false)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("Content-Type", type)
                .header("Content-Encoding", encoding)
                .body(body)
                .request(
                        operation.method(), address(operation, UUID.randomUUID().toString(), ""))
                .statusCode();
    }

    /** A patch is read with the content that it changes, by the same readers. */
    private void sendNoTexts(ApiOperation operation, String role) {
        if (operation.method().equals("PATCH")) {
            return;
        }
        for (String text : Rubbish.NO_TEXTS) {
            TextMembers.Body body = TextMembers.of(operation, schemas, text);
            if (!body.pointers().isEmpty()) {
                Response response = send(operation, withToken(role), body.json(), "");
                List<String> unnamed = new ArrayList<>(body.pointers());
                List<String> named = response.jsonPath().getList("errors.pointer");
                unnamed.removeAll(named == null ? List.of() : named);
                require(
                        operation,
                        response.statusCode() == 400 && unnamed.isEmpty(),
                        "answers '%s' with %d and does not name %s".formatted(text, response.statusCode(), unnamed));
            }
        }
    }

    /** What a thing is named by is one line that can be seen, and not the word by which filters mean that there is none. */
    private void sendNoNames(ApiOperation operation, String role) {
        JsonNode content = operation.node().at("/requestBody/content").path("application/json");
        String schema = content.at("/schema/$ref").asText().replaceAll(".*/", "");
        for (String member : List.of("reference", "code", "scheme", "budgetLine")) {
            if (!schemas.path(schema).path("properties").has(member)) {
                continue;
            }
            for (String name : Rubbish.NO_NAMES) {
                Response response = send(operation, withToken(role), "{\"%s\": \"%s\"}".formatted(member, name), "");
                List<String> named = response.jsonPath().getList("errors.pointer");
                require(
                        operation,
                        response.statusCode() == 400 && named != null && named.contains("/" + member),
                        "takes '%s' for a name: %s".formatted(name, member));
            }
        }
    }

    /** Whatever stands in them and wherever they stand, each is named by its own pointer. */
    private void sendUnknownMembers(ApiOperation operation, String role) {
        if (operation.method().equals("PATCH")) {
            return;
        }
        for (String body : List.of(
                "{\"unknownOne\": {\"a\": {\"b\": []}}, \"unknownTwo\": 1}",
                "{\"unknownOne\": [{\"a\": 1}], \"reference\": \"x\", \"unknownTwo\": \"y\", \"reason\": \"z\"}")) {
            Response response = send(operation, withToken(role), body, "");
            if (response.statusCode() == 404 && operation.method().equals("PUT")) {
                continue; // what it repeats of a thing is held against the thing first
            }
            List<String> named = response.jsonPath().getList("errors.pointer");
            require(
                    operation,
                    response.statusCode() == 400
                            && named != null
                            && named.containsAll(List.of("/unknownOne", "/unknownTwo")),
                    "names unknown members of %s as %s".formatted(body, named));
        }
        Response twice = send(operation, withToken(role), "{\"reason\": \"x\", \"reason\": \"y\"}", "");
        require(
                operation,
                "/reason".equals(twice.jsonPath().getString("errors[0].pointer")),
                "does not say which member stands twice");
    }

    private void expectProblem(ApiOperation operation, Response response, String sent) {
        int status = response.statusCode();
        expectAnswer(operation, response, sent);
        require(
                operation,
                status < 400 || String.valueOf(response.contentType()).startsWith("application/problem+json"),
                "answers %s with %d and no problem document".formatted(sent, status));
    }

    private void expectAnswer(ApiOperation operation, Response response, String sent) {
        int status = response.statusCode();
        require(operation, status < 500, "answers %s with %d".formatted(sent, status));
        require(
                operation,
                operation.node().path("responses").has(Integer.toString(status)) || status == 404 || status == 405,
                "answers %s with an undocumented %d".formatted(sent, status));
    }

    private static Response send(ApiOperation operation, RequestSpecification request, String body, String query) {
        RequestSpecification prepared = request.urlEncodingEnabled(false).header("Idempotency-Key", UUID.randomUUID());
        if (operation.hasBody() || operation.method().equals("POST")) {
            prepared = prepared.contentType(ContentType.JSON).body(body);
        }
        return prepared.request(
                operation.method(), address(operation, UUID.randomUUID().toString(), query));
    }

    private static String address(ApiOperation operation, String id, String query) {
        String path = operation
                .path()
                .replace("{version}", "1")
                .replaceAll("\\{[^}]+}", java.util.regex.Matcher.quoteReplacement(id));
        return query.isEmpty() ? path : path + "?" + query;
    }

    private static RequestSpecification withToken(String role) {
        return given().auth().oauth2(token(role));
    }

    private static String token(String role) {
        return role.equals("partner") ? Tokens.ofPartner("partner-a", "partner-a") : Tokens.of(role);
    }

    private void require(ApiOperation operation, boolean condition, String complaint) {
        if (!condition) {
            wrong.add(operation.name() + " " + complaint);
        }
    }
}
