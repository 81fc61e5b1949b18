package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An operation against the conventions of the API: its name, its policy row, its answers, what its list takes. */
final class DocumentedOperation {

    private final ApiOperation operation;
    private final List<String> wrong = new ArrayList<>();

    DocumentedOperation(ApiOperation operation) {
        this.operation = operation;
    }

    List<String> breaks(Map<String, Set<String>> policy) {
        JsonNode node = operation.node();
        require(!node.path("operationId").asText().isBlank(), "has no operationId");
        require(!node.path("summary").asText().isBlank(), "has no summary");
        require(node.path("tags").size() > 0, "has no tag");
        require(node.has("security"), "has no security");
        require(!operation.roles(policy).isEmpty(), "has no policy row");
        require(operation.path().startsWith("/v1/"), "is not under /v1");
        boolean hasSuccess = node.path("responses").properties().stream()
                .anyMatch(e -> e.getKey().startsWith("2"));
        require(hasSuccess, "documents no success");
        node.path("responses").properties().forEach(response -> checkResponse(response));
        if (operation.method().equals("PUT") || operation.method().equals("PATCH")) {
            require(node.path("responses").has("428"), "documents no 428");
        }
        if (node.path("operationId").asText().startsWith("list")
                && node.toString().contains("text/csv")) {
            for (String parameter : List.of("limit", "cursor", "sort", "total", "fields", "format")) {
                require(
                        node.path("parameters").findValuesAsText("name").contains(parameter),
                        "documents no parameter " + parameter);
            }
        }
        return wrong;
    }

    /** A client must learn from the document what it gets. */
    private void checkResponse(Map.Entry<String, JsonNode> response) {
        JsonNode says = response.getValue();
        if (says.has("$ref") || Set.of("204", "304").contains(response.getKey())) {
            return;
        }
        require(says.path("content").size() > 0, "documents no body for " + response.getKey());
        says.path("content")
                .forEach(body ->
                        require(body.path("schema").size() > 0, "documents no schema for " + response.getKey()));
    }

    private void require(boolean condition, String complaint) {
        if (!condition) {
            wrong.add(operation.name() + " " + complaint);
        }
    }
}
