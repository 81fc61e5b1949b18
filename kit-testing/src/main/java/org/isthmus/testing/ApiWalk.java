package org.isthmus.testing;

import static io.restassured.RestAssured.given;
import static org.isthmus.testing.ApiRequests.address;
import static org.isthmus.testing.ApiRequests.send;
import static org.isthmus.testing.ApiRequests.withToken;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isthmus.attack.HostileWalk;
import org.isthmus.kit.access.Policy;
import org.isthmus.kit.commands.FourEyes;

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
            "archivist",
            "assessor",
            "auditor");
    /** For each operation and role; {@code attack/run} sends more. */
    private static final int HOSTILE_CASES = 10;

    private final List<ApiOperation> operations = new ArrayList<>();
    private final Map<String, Set<String>> policy = Policy.read();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
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
        Set<String> known = new TreeSet<>(walk.policy.keySet());
        walk.operations.forEach(
                operation -> known.remove(operation.node().path("operationId").asText()));
        known.forEach(row -> walk.wrong.add("policy row without an operation: " + row));
        FourEyes.read()
                .forEach((operation, earlier) -> Stream.concat(Stream.of(operation), earlier.stream())
                        .filter(name -> !walk.policy.containsKey(name))
                        .forEach(name -> walk.wrong.add("four eyes on no operation: " + name)));
        return walk.wrong;
    }

    /** Who gets in though the policy keeps them out, or stays out though it lets them in. */
    public static List<String> breaksOfPolicy() {
        ApiWalk walk = new ApiWalk();
        walk.operations.parallelStream().forEach(walk::checkPolicy);
        return walk.wrong;
    }

    /** Malformed input that is answered with a 5xx, an undocumented status or no problem document. */
    public static List<String> badAnswersToMalformedInput() {
        ApiWalk walk = new ApiWalk();
        walk.operations.parallelStream().forEach(walk::sendRubbish);
        return walk.wrong;
    }

    /** Hostile requests to each operation in each role that are answered with a 5xx, undocumented, or without a remedy. */
    public static List<String> badAnswersToHostileInput() {
        ExplainedProblems problems = new ExplainedProblems();
        HostileWalk walk = new HostileWalk(
                URI.create("http://localhost:" + RestAssured.port),
                OpenApiDocument.asJson(),
                ApiRequests::token,
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
        }
        wrong.addAll(new MalformedHeaders(operation, role).badAnswers());
        wrong.addAll(new MalformedBodies(operation, role, schemas).badAnswers());
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

    private void require(ApiOperation operation, boolean condition, String complaint) {
        if (!condition) {
            wrong.add(operation.name() + " " + complaint);
        }
    }
}
