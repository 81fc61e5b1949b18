package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.inject.spi.CDI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.access.Policy;

/**
 * Asks each operation that takes an {@code Idempotency-Key} again, as somebody whose first request had more roles than now:
 * what was answered then is not shown.
 */
public final class ReplayWalk {

    private static final String SECRET = "shown-to-more-roles";
    private static final int FEWEST = 4;

    private final Map<String, Set<String>> policy = Policy.read();
    private final JsonNode schemas;
    private final List<String> wrong = new ArrayList<>();
    private int asked;

    private ReplayWalk(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** The operations that show or do something all the same. */
    public static List<String> shownToOthers() throws SQLException {
        JsonNode api = OpenApiDocument.asJson();
        ReplayWalk walk = new ReplayWalk(api.at("/components/schemas"));
        for (Map.Entry<String, JsonNode> path : api.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (operation.getValue().path("parameters").toString().contains("Idempotency-Key")
                        || operation.getValue().path("parameters").toString().contains("IdempotencyKey")) {
                    walk.ask(new ApiOperation(
                            operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue()));
                }
            }
        }
        if (walk.asked < FEWEST) {
            walk.wrong.add("only %d operations take a key".formatted(walk.asked));
        }
        return walk.wrong;
    }

    private void ask(ApiOperation operation) throws SQLException {
        String role = operation.roles(policy).iterator().next();
        String caller = "caller-" + UUID.randomUUID();
        String key = UUID.randomUUID().toString();
        remember(caller, key, role);
        RequestSpecification request = TestClient.plainly()
                .auth()
                .oauth2(Tokens.of(caller, role))
                .header("Idempotency-Key", key)
                .contentType(
                        operation.method().equals("PATCH")
                                ? "application/merge-patch+json; charset=utf-8"
                                : "application/json");
        if (!operation.method().equals("POST")) {
            request.header("If-Match", "*");
        }
        if (operation.hasBody()) {
            request.body(example(operation));
        }
        Response response = request.request(
                operation.method(),
                ApiRequests.address(operation, UUID.randomUUID().toString(), ""));
        asked++;
        if (response.statusCode() != 403
                || !response.asString().contains("answer-withheld")
                || response.asString().contains(SECRET)) {
            wrong.add("%s -> %d %s".formatted(operation.name(), response.statusCode(), response.asString()));
        }
    }

    /** What the document shows as an example; a patch may say nothing. */
    private String example(ApiOperation operation) {
        JsonNode schema = operation.node().at("/requestBody/content/application~1json/schema");
        JsonNode example = OpenApiDocument.resolved(schemas, schema).path("example");
        return operation.method().equals("PATCH") || example.isMissingNode() ? "{}" : example.toString();
    }

    private static void remember(String caller, String key, String role) throws SQLException {
        DataSource database = CDI.current().select(DataSource.class).get();
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into idempotency_key
                            (caller, key, fingerprint, status, location, etag, answer, roles, organisation, created_at)
                        values (?, ?, 'of-then', 200, '', '', '{"seen": "%s"}', array[?, 'auditor'], '', now())
                        """.formatted(SECRET))) {
            insert.setString(1, caller);
            insert.setString(2, key);
            insert.setString(3, role);
            insert.executeUpdate();
        }
    }
}
