package org.isthmus.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * One operation of an OpenAPI document.
 *
 * @param schemas those that its bodies refer to
 */
record Operation(String method, String path, JsonNode node, JsonNode schemas) {

    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");

    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                if (METHODS.contains(operation.getKey())) {
                    operations.add(new Operation(
                            operation.getKey().toUpperCase(Locale.ROOT),
                            path.getKey(),
                            operation.getValue(),
                            document.at("/components/schemas")));
                }
            }
        }
        return operations;
    }

    String name() {
        return method + " " + path;
    }

    boolean isRead() {
        return method.equals("GET");
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    boolean documents(int status) {
        return node.path("responses").has(Integer.toString(status));
    }

    List<String> queryParameters() {
        List<String> names = new ArrayList<>();
        node.path("parameters").forEach(parameter -> {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        });
        return names;
    }

    String bodyType() {
        return node.at("/requestBody/content").fieldNames().hasNext()
                ? node.at("/requestBody/content").fieldNames().next()
                : "application/json";
    }

    JsonNode bodySchema() {
        return node.at("/requestBody/content").path(bodyType()).path("schema");
    }
}
