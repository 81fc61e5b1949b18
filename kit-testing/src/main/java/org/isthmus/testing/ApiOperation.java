package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One operation of an OpenAPI document. */
record ApiOperation(String method, String path, JsonNode node) {

    String name() {
        return method + " " + path;
    }

    boolean hasBody() {
        return node.has("requestBody");
    }

    /** A step that takes none may be sent one all the same. */
    boolean mayHaveBody() {
        return hasBody() || method.equals("POST");
    }

    List<String> queryParameters() {
        List<String> names = new ArrayList<>();
        for (JsonNode parameter : node.path("parameters")) {
            if (parameter.path("in").asText().equals("query")) {
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    Set<String> roles(Map<String, Set<String>> policy) {
        return policy.getOrDefault(node.path("operationId").asText(), Set.of());
    }
}
