package org.isthmus.attack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A body after the schema of an operation in which some of the values are hostile. */
final class Sample {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int DEEPEST = 6;
    private static final int LONGEST = 1_000_000;
    private static final int MANY = 1_500;

    private final JsonNode schemas;
    private final Random chance;

    Sample(JsonNode schemas, Random chance) {
        this.schemas = schemas;
        this.chance = chance;
    }

    /** One to three of its members hold something else than belongs there. */
    String hostile(JsonNode schema) {
        JsonNode body = value(schema, 0);
        for (int changes = 1 + chance.nextInt(3); changes > 0; changes--) {
            spoil(body);
        }
        String json = String.valueOf(body);
        return json.length() > LONGEST ? json.substring(0, LONGEST) : json;
    }

    private void spoil(@Nullable JsonNode node) {
        if (node instanceof ObjectNode object) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            if (names.isEmpty() || chance.nextInt(8) == 0) {
                object.set("nobodyKnowsThis", bad());
                return;
            }
            String name = names.get(chance.nextInt(names.size()));
            if (object.path(name).isContainerNode() && chance.nextInt(3) > 0) {
                spoil(object.path(name));
            } else if (chance.nextInt(8) == 0) {
                object.remove(name);
            } else {
                object.set(name, bad());
            }
        } else if (node instanceof ArrayNode array) {
            if (!array.isEmpty() && chance.nextInt(3) > 0) {
                spoil(array.get(0));
            } else {
                JsonNode element = array.isEmpty() || array.get(0).isContainerNode() ? bad() : array.get(0);
                for (int i = array.size() < MANY && chance.nextInt(4) == 0 ? MANY : 2; i > 0; i--) {
                    array.add(element);
                }
            }
        }
    }

    private JsonNode bad() {
        if (chance.nextBoolean()) {
            return JSON.textNode(Hostility.text(chance));
        }
        try {
            return MAPPER.readTree(Hostility.json(chance));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonNode value(JsonNode given, int depth) {
        JsonNode schema = resolved(given);
        if (schema.has("example")) {
            return schema.path("example").deepCopy();
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(0);
        }
        return switch (schema.path("type").asText()) {
            case "array" -> array(schema, depth);
            case "string" -> JSON.textNode(string(schema.path("format").asText()));
            case "integer" -> JSON.numberNode(1);
            case "number" -> JSON.numberNode(1.5);
            case "boolean" -> JSON.booleanNode(true);
            default -> object(schema, depth);
        };
    }

    private JsonNode array(JsonNode schema, int depth) {
        ArrayNode array = JSON.arrayNode();
        return depth > DEEPEST ? array : array.add(value(schema.path("items"), depth + 1));
    }

    private JsonNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        if (depth <= DEEPEST) {
            for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
                object.set(member.getKey(), value(member.getValue(), depth + 1));
            }
        }
        return object;
    }

    private static String string(String format) {
        return switch (format) {
            case "date" -> "2010-05-01";
            case "date-time" -> "2010-05-01T00:00:00Z";
            case "uuid" -> "01a21c7c-0000-7000-8000-000000000000";
            case "uri" -> "https://example.org/a";
            default -> "A-1";
        };
    }

    private JsonNode resolved(JsonNode schema) {
        JsonNode found = schema;
        for (int steps = 0; steps < DEEPEST; steps++) {
            if (found.has("$ref")) {
                found = schemas.path(found.path("$ref").asText().replaceFirst(".*/", ""));
            } else if (found.path("allOf").size() > 0) {
                found = found.path("allOf").path(0);
            } else if (found.path("oneOf").size() > 0) {
                found = found.path("oneOf")
                        .path(chance.nextInt(found.path("oneOf").size()));
            } else {
                return found;
            }
        }
        return found;
    }
}
