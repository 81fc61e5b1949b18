package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.isthmus.attack.raw.NonsenseWalk;
import org.isthmus.kit.access.Policy;

/** Asks each operation of a service with headers and parameters that make no sense, as somebody who may. */
public final class NonsenseRequests {

    /** Of all requests each so manieth: an operation gets others than the one before it. */
    private static final int EVERY = 6;

    private NonsenseRequests() {}

    /** What was answered with a failure, or refused without a problem. */
    public static List<String> badAnswers() throws IOException {
        URI service = URI.create("http://localhost:" + RestAssured.port);
        Map<String, Set<String>> policy = Policy.read();
        Map<String, NonsenseWalk> walks = new HashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path :
                OpenApiDocument.asJson().path("paths").properties()) {
            for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
                if (member.getValue().has("responses")) {
                    ApiOperation operation = new ApiOperation(
                            member.getKey().toUpperCase(Locale.ROOT), path.getKey(), member.getValue());
                    Set<String> roles = operation.roles(policy);
                    String role = roles.contains(Policy.PUBLIC)
                            ? "auditor"
                            : roles.iterator().next();
                    String address =
                            ApiRequests.address(operation, UUID.randomUUID().toString(), "");
                    wrong.addAll(walks.computeIfAbsent(
                                    role, of -> new NonsenseWalk(service, "Bearer " + ApiRequests.token(of), EVERY))
                            .wrong(operation.method(), address, operation.queryParameters()));
                }
            }
        }
        return wrong;
    }
}
