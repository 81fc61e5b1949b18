package org.isthmus.kit.openapi;

import io.smallrye.openapi.internal.models.media.SchemaSupport;
import io.smallrye.openapi.model.BaseModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.isthmus.kit.http.MergePatch;
import org.jspecify.annotations.Nullable;

/** A PATCH takes what the PUT of its path takes, with every field optional. */
final class Patches {

    private static final String SCHEMAS = "#/components/schemas/";

    private Patches() {}

    static void describe(OpenAPI api, PathItem path) {
        if (path.getPATCH() == null || path.getPUT() == null) {
            return;
        }
        String whole = path.getPUT()
                .getRequestBody()
                .getContent()
                .getMediaType("application/json")
                .getSchema()
                .getRef()
                .substring(SCHEMAS.length());
        String part = whole.replaceAll("Draft$", "") + "Patch";
        api.getComponents()
                .addSchema(
                        part,
                        part(
                                Objects.requireNonNull(
                                        api.getComponents().getSchemas().get(whole)),
                                api.getComponents().getSchemas()));
        path.getPATCH()
                .setRequestBody(OASFactory.createRequestBody()
                        .required(true)
                        .content(OASFactory.createContent()
                                .addMediaType(
                                        MergePatch.TYPE,
                                        OASFactory.createMediaType()
                                                .schema(OASFactory.createSchema()
                                                        .ref(part)))));
    }

    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    private static Schema part(Schema whole, Map<String, Schema> schemas) {
        List<String> required = Objects.requireNonNullElse(whole.getRequired(), List.of());
        Map<String, Schema> properties = new LinkedHashMap<>();
        whole.getProperties()
                .forEach((name, property) ->
                        properties.put(name, required.contains(name) ? property : removable(property, schemas)));
        Schema part = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .description(
                        "The fields to change; what is left out stays, null removes, lists are replaced as a whole.")
                .properties(properties);
        part.setExample(example(whole));
        return part;
    }

    /** One member of the whole's example: the first that is a name for people. */
    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    private static @Nullable Object example(Schema whole) {
        if (!(whole.getExample() instanceof Map<?, ?> members)) {
            return null;
        }
        return Stream.of("title", "name", "names")
                .filter(members::containsKey)
                .findFirst()
                .map(member -> Map.of(member, members.get(member)))
                .orElse(null);
    }

    /** The same, or null: generated clients can remove only what their types let be null. */
    private static Schema removable(Schema property, Map<String, Schema> schemas) {
        String ref = refOf(property);
        Schema removable = BaseModel.deepCopy(property, Schema.class);
        if (ref != null) {
            removable = OASFactory.createSchema()
                    .description(property.getDescription())
                    .addAllOf(OASFactory.createSchema().ref(ref))
                    .type(Objects.requireNonNull(schemas.get(ref.substring(SCHEMAS.length())))
                            .getType());
        }
        SchemaSupport.setNullable(removable, true);
        return removable;
    }

    private static @Nullable String refOf(Schema property) {
        List<Schema> parts = Objects.requireNonNullElse(property.getAllOf(), List.of());
        return parts.isEmpty() ? property.getRef() : parts.getFirst().getRef();
    }
}
