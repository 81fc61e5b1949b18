package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.access.Policy;

/**
 * Bodies that cost whoever takes them in more than whoever sends them: lists beyond their bounds, more values than any body
 * has, more faults than anybody reads. Each operation refuses them at once and names the place.
 */
public final class LongBodies {

    private static final int MOST_TOLD = 100;
    private static final int MOST_TOKENS = 200_000;

    private final Map<String, Set<String>> policy = Policy.read();
    private final List<String> wrong = Collections.synchronizedList(new ArrayList<>());
    private final JsonNode schemas;

    private LongBodies(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** What takes more in than it should. */
    public static List<String> takenIn() {
        JsonNode api = OpenApiDocument.asJson();
        LongBodies walk = new LongBodies(api.at("/components/schemas"));
        List<ApiOperation> withBody = api.path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .filter(operation -> operation.getValue().has("requestBody"))
                        .map(operation -> new ApiOperation(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
        withBody.parallelStream().forEach(walk::check);
        return walk.wrong;
    }

    private void check(ApiOperation operation) {
        JsonNode content = operation.node().at("/requestBody/content").path("application/json");
        String schema = content.at("/schema/$ref").asText().replaceAll(".*/", "");
        schemas.path(schema).path("properties").properties().forEach(member -> {
            if (member.getValue().path("type").asText().equals("array")) {
                checkList(operation, member.getKey(), member.getValue().path("maxItems"));
            }
        });
        expect(operation, "{\"x\": [" + "[],".repeat(MOST_TOKENS / 2) + "[]]}", "a list of nothing");
        expect(operation, "{" + members(MOST_TOKENS / 2) + "}", "many members");
        Response faulty = send(operation, "{" + members(3 * MOST_TOLD) + "}");
        List<String> told = faulty.jsonPath().getList("errors.code");
        if (!operation.method().equals("PATCH") && (told == null || told.size() != MOST_TOLD)) {
            wrong.add("%s tells %s faults".formatted(operation.name(), told == null ? "no" : told.size()));
        }
    }

    private void checkList(ApiOperation operation, String member, JsonNode bound) {
        if (!bound.isInt()) {
            wrong.add("%s has no bound for %s".formatted(operation.name(), member));
            return;
        }
        String entries = "{},".repeat(bound.asInt()) + "{}";
        Response response = expect(operation, "{\"%s\": [%s]}".formatted(member, entries), "too many " + member);
        if (response.statusCode() == 400
                && !("/" + member).equals(response.jsonPath().getString("errors[0].pointer"))) {
            wrong.add("%s does not say that there are too many %s".formatted(operation.name(), member));
        }
    }

    private static String members(int count) {
        StringBuilder members = new StringBuilder("\"m0\": 0");
        for (int i = 1; i < count; i++) {
            members.append(",\"m").append(i).append("\":0");
        }
        return members.toString();
    }

    /** One fault: nothing of the rest was looked at. A patch is held against its thing first, and there is none. */
    private Response expect(ApiOperation operation, String body, String what) {
        Response response = send(operation, body);
        List<String> places = response.jsonPath().getList("errors.pointer");
        boolean isRefused = response.statusCode() == 400 && places != null && places.size() == 1;
        boolean isUnknown = response.statusCode() == 404 && operation.method().equals("PATCH");
        if (!isRefused && !isUnknown) {
            wrong.add("%s answers %s with %d at %s".formatted(operation.name(), what, response.statusCode(), places));
        }
        return response;
    }

    private Response send(ApiOperation operation, String body) {
        Set<String> roles = operation.roles(policy);
        String role = roles.contains(Policy.PUBLIC) || roles.isEmpty()
                ? "auditor"
                : roles.iterator().next();
        return ApiRequests.withToken(role)
                .header("Idempotency-Key", UUID.randomUUID())
                .header("If-Match", "\"v1\"")
                .contentType(ContentType.JSON)
                .body(body)
                .request(
                        operation.method(),
                        operation
                                .path()
                                .replace("{version}", "1")
                                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString()));
    }
}
