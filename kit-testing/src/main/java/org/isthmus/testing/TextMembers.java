package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request body that holds nothing but its texts of people: strings of no narrower form, all with one value. */
final class TextMembers {

    private static final int DEEPEST = 6;
    private static final String MARK = "the text of people";
    private static final List<String> NARROWER = List.of("enum", "format", "pattern", "const");

    private final JsonNode schemas;
    private final List<String> pointers = new ArrayList<>();

    private TextMembers(JsonNode schemas) {
        this.schemas = schemas;
    }

    /** A body, and where its texts stand. */
    record Body(String json, List<String> pointers) {}

    /**
     * The body of an operation.
     *
     * @param text as it is escaped in JSON
     */
    static Body of(ApiOperation operation, JsonNode schemas, String text) {
        TextMembers members = new TextMembers(schemas);
        JsonNode schema = operation
                .node()
                .at("/requestBody/content")
                .path("application/json")
                .path("schema");
        JsonNode body = members.value(schema, "", 0);
        return new Body(String.valueOf(body).replace(MARK, text), members.pointers);
    }

    private @Nullable JsonNode value(JsonNode given, String pointer, int depth) {
        JsonNode schema = OpenApiDocument.resolved(schemas, given);
        if (depth > DEEPEST || schema.has("oneOf") || schema.has("discriminator")) {
            return null;
        }
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.path(0).asText() : type.asText()) {
            case "object" -> object(schema, pointer, depth);
            case "array" -> {
                JsonNode item = value(schema.path("items"), pointer + "/0", depth + 1);
                yield item == null ? null : new ArrayNode(JsonNodeFactory.instance).add(item);
            }
            case "string" -> NARROWER.stream().noneMatch(schema::has) && !isNumberOrDate(schema) ? text(pointer) : null;
            default -> null;
        };
    }

    private @Nullable ObjectNode object(JsonNode schema, String pointer, int depth) {
        ObjectNode object = new ObjectNode(JsonNodeFactory.instance);
        schema.path("properties").properties().forEach(member -> {
            JsonNode value = value(member.getValue(), pointer + "/" + member.getKey(), depth + 1);
            if (value != null) {
                object.set(member.getKey(), value);
            }
        });
        if (schema.path("additionalProperties").path("type").asText().equals("string")) {
            object.set("en", text(pointer + "/en"));
        }
        return object.isEmpty() ? null : object;
    }

    private JsonNode text(String pointer) {
        pointers.add(pointer);
        return JsonNodeFactory.instance.textNode(MARK);
    }

    /** Amounts, shares and dates are strings that their own readers judge. */
    private static boolean isNumberOrDate(JsonNode schema) {
        JsonNode example =
                schema.path("examples").isArray() ? schema.path("examples").path(0) : schema.path("example");
        return example.asText().matches("-?[0-9]+([.-][0-9]+)*");
    }
}
