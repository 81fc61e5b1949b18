package org.isthmus.kit.documents;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.isthmus.kit.lists.ParameterDocs;
import org.isthmus.kit.lists.Parameters;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/** Writes into the OpenAPI document what each {@link Listing} takes and answers, from the very object that reads requests. */
public final class ListDocs {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final DotName LISTING = DotName.createSimple(Listing.class);

    private final Map<String, Listing> lists = new HashMap<>();

    /** Finds every constant of the type {@link Listing}. */
    public ListDocs(IndexView index) {
        for (ClassInfo room : index.getKnownClasses()) {
            for (FieldInfo field : room.fields()) {
                if (Modifier.isStatic(field.flags()) && field.type().name().equals(LISTING)) {
                    Listing list = constant(field);
                    list.operations().forEach(operation -> lists.put(operation, list));
                }
            }
        }
    }

    private static Listing constant(FieldInfo found) {
        try {
            ClassLoader application = Thread.currentThread().getContextClassLoader();
            Field field = Class.forName(found.declaringClass().name().toString(), true, application)
                    .getDeclaredField(found.name());
            field.setAccessible(true);
            return (Listing) Objects.requireNonNull(field.get(null));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + found, e);
        }
    }

    public void complete(OpenAPI api) {
        for (PathItem path : api.getPaths().getPathItems().values()) {
            for (Operation operation : path.getOperations().values()) {
                Listing list = lists.get(operation.getOperationId());
                if (list != null) {
                    complete(api, operation, list);
                }
            }
        }
    }

    private static void complete(OpenAPI api, Operation operation, Listing list) {
        Parameters parameters = list.rows().isPresent() ? list.parameters() : list.ownParameters();
        ParameterDocs.add(operation, parameters);
        list.rows().ifPresent(rows -> addPage(api, operation, list, nameOf(rows)));
    }

    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    private static void addPage(OpenAPI api, Operation operation, Listing list, String row) {
        Schema page = page(row, list);
        page.setExample(example(api.getComponents().getSchemas().get(row)));
        api.getComponents().addSchema(row + "Page", page);
        operation
                .getResponses()
                .addAPIResponse(
                        "200",
                        OASFactory.createAPIResponse()
                                .description(
                                        "A page; as CSV or NDJSON every row that the filters match. Columns of the CSV: "
                                                + list.csvColumns().stream()
                                                        .map(Listing.CsvColumn::header)
                                                        .collect(Collectors.joining(", ", "", ".")))
                                .content(OASFactory.createContent()
                                        .addMediaType(
                                                "application/json",
                                                OASFactory.createMediaType().schema(ref(row + "Page")))
                                        .addMediaType(
                                                "text/csv",
                                                OASFactory.createMediaType().schema(string()))
                                        .addMediaType(
                                                "application/x-ndjson",
                                                OASFactory.createMediaType().schema(string()))));
    }

    private static Schema page(String row, Listing list) {
        Schema page = type(Schema.SchemaType.OBJECT)
                .description("One page of the list.")
                .addProperty("items", type(Schema.SchemaType.ARRAY).items(ref(row)))
                .addProperty("next", string().description("The next page; left out on the last."))
                .addProperty("asOf", ref("AsOf"))
                .addProperty(
                        "total", type(Schema.SchemaType.INTEGER).format("int64").description("With total=true."))
                .required(List.of("items", "asOf"));
        if (!list.facets().isEmpty()) {
            page.addProperty(
                    "facets",
                    type(Schema.SchemaType.OBJECT)
                            .description("With facets=...: the values of each one and their counts.")
                            .additionalPropertiesSchema(
                                    type(Schema.SchemaType.ARRAY).items(ref("Facet"))));
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
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", List.of(row.getExample()));
        page.put("asOf", asOf);
        return page;
    }

    private static String nameOf(Class<?> row) {
        var named = row.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return named == null || named.name().isEmpty() ? row.getSimpleName() : named.name();
    }

    private static Schema ref(String schema) {
        return OASFactory.createSchema().ref(SCHEMAS + schema);
    }

    private static Schema string() {
        return type(Schema.SchemaType.STRING);
    }

    private static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }
}
