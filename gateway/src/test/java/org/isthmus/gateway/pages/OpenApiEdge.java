package org.isthmus.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** What the gateway adds to every operation of a service: its own refusals, and both ways to bring a token. */
final class OpenApiEdge {

    private static final String RESPONSES = "#/components/responses/";

    private OpenApiEdge() {}

    static ObjectNode around(ObjectNode document) {
        // How a token is brought is the same for all, so the gateway's document says it for all.
        if (document.get("components") instanceof ObjectNode components) {
            components.remove("securitySchemes");
        }
        for (JsonNode path : document.path("paths")) {
            for (Map.Entry<String, JsonNode> entry : path.properties()) {
                if (entry.getValue() instanceof ObjectNode operation && operation.has("operationId")) {
                    addRefusals(operation);
                    addBearer(operation);
                }
            }
        }
        return document;
    }

    private static void addRefusals(ObjectNode operation) {
        ObjectNode responses = operation.withObjectProperty("responses");
        responses.withObjectProperty("429").put("$ref", RESPONSES + "TooManyRequests");
        responses.withObjectProperty("504").put("$ref", RESPONSES + "TooSlow");
    }

    private static void addBearer(ObjectNode operation) {
        if (operation.get("security") instanceof ArrayNode ways) {
            for (JsonNode way : ways.deepCopy()) {
                if (way.has("oauth2")) {
                    ways.addObject().putArray("bearer");
                }
            }
        }
    }
}
