package org.isthmus.kit.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * Writes into the OpenAPI document what the lists named in {@code openapi-lists.json} take and answer: what all lists
 * share, and each one's own filters, {@code "listNotes": {"items": "Note", "filters": {"tag": "string: A word."}}}.
 */
final class ListDocs {

    private static final Map<String, String> COMMON = Map.of(
            "limit", "integer: Rows of a page, 1 to 1000; 50 without it.",
            "cursor", "string: Where the page before ended, from its next.",
            "sort", "string: Fields to sort by, separated by commas, a minus before a field turns it round.",
            "total", "boolean: Also counts all rows that match.",
            "facets", "string: Filters whose values to count, separated by commas.",
            "fields", "string: Fields to keep of each row, separated by commas.",
            "format", "string: json, csv or ndjson; the Accept header says the same.");

    private final JsonNode lists = read();

    void complete(Operation operation) {
        JsonNode list = lists.path(String.valueOf(operation.getOperationId()));
        if (list.isMissingNode()) {
            return;
        }
        list.path("filters")
                .properties()
                .forEach(filter ->
                        add(operation, filter.getKey(), filter.getValue().asText()));
        COMMON.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .filter(common ->
                        list.path("facets").asBoolean() || !common.getKey().equals("facets"))
                .forEach(common -> add(operation, common.getKey(), common.getValue()));
        Content content = OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(page(list)))
                .addMediaType("text/csv", OASFactory.createMediaType().schema(type(Schema.SchemaType.STRING)))
                .addMediaType(
                        "application/x-ndjson", OASFactory.createMediaType().schema(type(Schema.SchemaType.STRING)));
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description("A page; as CSV or NDJSON every row.")
                                .content(content));
    }

    private static void add(Operation operation, String name, String typeAndWords) {
        boolean isThere = operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> name.equals(parameter.getName()));
        if (!isThere) {
            int colon = typeAndWords.indexOf(':');
            Schema schema = type(
                    Schema.SchemaType.valueOf(typeAndWords.substring(0, colon).toUpperCase(Locale.ROOT)));
            operation.addParameter(OASFactory.createParameter()
                    .name(name)
                    .in(Parameter.In.QUERY)
                    .description(typeAndWords.substring(colon + 2))
                    .schema(schema));
        }
    }

    private static Schema page(JsonNode list) {
        Schema items = type(Schema.SchemaType.ARRAY)
                .items(OASFactory.createSchema()
                        .ref("#/components/schemas/" + list.path("items").asText()));
        Schema asOf = type(Schema.SchemaType.OBJECT)
                .addProperty("position", type(Schema.SchemaType.INTEGER))
                .addProperty("at", type(Schema.SchemaType.STRING).format("date-time"));
        Schema facet = type(Schema.SchemaType.OBJECT)
                .addProperty("value", type(Schema.SchemaType.STRING))
                .addProperty("count", type(Schema.SchemaType.INTEGER));
        Schema facets = type(Schema.SchemaType.OBJECT)
                .additionalPropertiesSchema(type(Schema.SchemaType.ARRAY).items(facet));
        return type(Schema.SchemaType.OBJECT)
                .addProperty("items", items)
                .addProperty("next", type(Schema.SchemaType.STRING).description("The next page; left out on the last."))
                .addProperty("asOf", asOf)
                .addProperty("total", type(Schema.SchemaType.INTEGER))
                .addProperty("facets", facets)
                .addRequired("items")
                .addRequired("asOf");
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    private static JsonNode read() {
        ObjectMapper json = new ObjectMapper();
        try (InputStream file =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("openapi-lists.json")) {
            return file == null ? json.createObjectNode() : json.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read openapi-lists.json", e);
        }
    }
}
