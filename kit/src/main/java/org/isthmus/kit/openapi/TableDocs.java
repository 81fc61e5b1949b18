package org.isthmus.kit.openapi;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.isthmus.kit.lists.ListParameters;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.ViewTable;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Writes into the OpenAPI document what the lists, details and versions of each {@link ViewTable} take and answer, and what
 * every other {@link Parameters} of a path declare, from the very objects that read requests.
 */
@SuppressWarnings("rawtypes") // an index knows no type parameters
final class TableDocs {

    private final List<ViewTable> tables;
    private final List<Parameters> others;

    TableDocs(IndexView index) {
        tables = Constants.of(ViewTable.class, index);
        others = Constants.of(Parameters.class, index).stream()
                .filter(parameters -> !parameters.path().isEmpty())
                .toList();
    }

    void complete(OpenAPI api) {
        for (ViewTable<?> table : tables) {
            requireLists(api.getComponents().getSchemas().get(Schemas.nameOf(table.body())));
            for (String path : table.paths()) {
                onGet(api, path, operation -> list(api, operation, table));
            }
            String one = table.path() + "/{id}";
            onGet(api, one, operation -> {
                if (!table.history().isEmpty()) {
                    SharedParts.addParameter(operation, Parameters.AS_OF, "AsOf");
                    SharedParts.addParameter(operation, Parameters.RECORDED_AS_OF, "RecordedAsOf");
                }
                json(operation, Schemas.ref(Schemas.nameOf(table.body())));
            });
            onGet(api, one + "/versions", operation -> json(operation, VersionDocs.add(api, table)));
            onGet(
                    api,
                    one + "/versions/{version}",
                    operation -> json(operation, Schemas.ref(Schemas.nameOf(table.body()))));
        }
        api.getPaths().getPathItems().forEach((path, item) -> writes(path, item));
        for (Parameters parameters : others) {
            onGet(api, parameters.path(), operation -> total(operation, parameters));
        }
    }

    /** Totals are answered as a table too. */
    private static void total(Operation operation, Parameters parameters) {
        ParameterDocs.add(operation, parameters);
        Content content = operation.getResponses().getAPIResponse("200").getContent();
        if (content != null && content.getMediaType("text/csv") != null) {
            content.addMediaType("text/csv", OASFactory.createMediaType().schema(Schemas.string()));
        }
    }

    /** An answer leaves out what is null, and a list never is. */
    private static void requireLists(@Nullable Schema body) {
        if (body != null && body.getProperties() != null) {
            List<String> required = new ArrayList<>(Objects.requireNonNullElse(body.getRequired(), List.of()));
            body.getProperties().forEach((name, property) -> {
                boolean isList =
                        property.getType() != null && property.getType().contains(Schema.SchemaType.ARRAY);
                if (isList && !required.contains(name)) {
                    required.add(name);
                }
            });
            body.setRequired(required);
        }
    }

    /** What the store does with every write: a new thing is 201, a change names the version seen. */
    private void writes(String path, PathItem item) {
        for (ViewTable<?> table : tables) {
            String one = table.path() + "/{id}";
            if (path.equals(table.path()) && item.getPOST() != null) {
                APIResponses responses = item.getPOST().getResponses();
                if (responses.getAPIResponse("200") != null && responses.getAPIResponse("201") == null) {
                    responses.addAPIResponse("201", responses.getAPIResponse("200"));
                    responses.removeAPIResponse("200");
                }
            } else if (path.equals(one) || path.startsWith(one + "/")) {
                item.getOperations().forEach((method, operation) -> {
                    if (method == PathItem.HttpMethod.PUT || method == PathItem.HttpMethod.PATCH) {
                        SharedParts.addParameter(operation, "If-Match", "RequiredIfMatch");
                    } else if (method == PathItem.HttpMethod.POST || method == PathItem.HttpMethod.DELETE) {
                        SharedParts.addParameter(operation, "If-Match", "IfMatch");
                    }
                });
            }
        }
    }

    private static void onGet(OpenAPI api, String path, java.util.function.Consumer<Operation> change) {
        PathItem item = api.getPaths().getPathItem(path);
        if (item != null && item.getGET() != null) {
            change.accept(item.getGET());
        }
    }

    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    private static void list(OpenAPI api, Operation operation, ViewTable<?> table) {
        ParameterDocs.add(operation, ListParameters.of(table));
        String row = Schemas.nameOf(table.body());
        Schema page = page(row, table);
        page.setExample(example(api.getComponents().getSchemas().get(row)));
        api.getComponents().addSchema(row + "Page", page);
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description(
                                        "A page. With format=csv or format=ndjson, or by Accept, every row that the filters match as"
                                                + " text/csv or application/x-ndjson. Columns of the CSV: "
                                                + String.join(
                                                        ", ", table.offer().headers()) + ".")
                                .content(content(Schemas.ref(row + "Page"))));
    }

    private static void json(Operation operation, Schema schema) {
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse().description("As it is.").content(content(schema)));
    }

    private static Content content(Schema schema) {
        return OASFactory.createContent()
                .addMediaType("application/json", OASFactory.createMediaType().schema(schema));
    }

    private static Schema page(String row, ViewTable<?> table) {
        Schema page = Schemas.object()
                .description("One page of the list.")
                .addProperty("items", Schemas.listOf(Schemas.ref(row)).description("The rows."))
                .addProperty(
                        "next",
                        Schemas.string()
                                .description(
                                        "Path of the next page, whose parameter cursor leads there with the same filters; left out on the last."))
                .addProperty("asOf", Schemas.ref("AsOf"))
                .addProperty(
                        "total",
                        Schemas.type(Schema.SchemaType.INTEGER).format("int64").description("With total=true."))
                .required(List.of("items", "asOf"));
        if (ListParameters.isSearched(table)) {
            page.addProperty(
                    "approximate",
                    Schemas.type(Schema.SchemaType.BOOLEAN)
                            .description("True where nothing has all the words of q: these have similar ones."));
        }
        if (!table.offer().facets().isEmpty()) {
            page.addProperty(
                    "facets",
                    Schemas.object()
                            .description("With facets=...: the values of each one and their counts.")
                            .additionalPropertiesSchema(Schemas.listOf(Schemas.ref("Facet"))));
        }
        return page;
    }

    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    private static @Nullable Object example(@Nullable Schema row) {
        if (row == null || row.getExample() == null) {
            return null;
        }
        Map<String, Object> asOf = new LinkedHashMap<>();
        asOf.put("position", "p4711");
        asOf.put("at", "2012-12-31T23:59:59Z");
        asOf.put("meaning", "RECORDED");
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", List.of(row.getExample()));
        page.put("asOf", asOf);
        return page;
    }
}
