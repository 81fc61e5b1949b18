package org.isthmus.kit.openapi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/** A PUT takes what the GET of its path gave; what it does not write of it is only read. */
final class ReadOnlyMembers {

    private static final String TAKEN =
            "It takes what reading gave: members that are only read are sent as they were shown, or left out.";

    private final Map<String, Schema> schemas;

    ReadOnlyMembers(OpenAPI api) {
        schemas = api.getComponents().getSchemas();
    }

    void mark(PathItem path) {
        if (path.getGET() == null || path.getPUT() == null) {
            return;
        }
        Schema read = json(path.getGET().getResponses().getAPIResponse("200").getContent());
        Schema written = json(path.getPUT().getRequestBody().getContent());
        mark(component(read), component(written));
        String said = path.getPUT().getDescription();
        path.getPUT().setDescription(said == null ? TAKEN : said.strip() + " " + TAKEN);
    }

    private static Schema json(Content content) {
        return content.getMediaType("application/json").getSchema();
    }

    private void mark(@Nullable Schema read, @Nullable Schema written) {
        if (read == null || written == null || read.equals(written) || read.getProperties() == null) {
            return;
        }
        Map<String, Schema> writes = Objects.requireNonNullElse(written.getProperties(), Map.of());
        Map.copyOf(read.getProperties()).forEach((name, member) -> {
            Schema same = writes.get(name);
            if (same == null || typeOf(member) != typeOf(same)) {
                read.addProperty(name, onlyRead(member));
            } else {
                mark(component(member), component(same));
            }
        });
    }

    private Schema.@Nullable SchemaType typeOf(Schema member) {
        Schema type = Objects.requireNonNullElse(member.getItems() == null ? component(member) : null, member);
        return type.getType() == null ? null : type.getType().getFirst();
    }

    /** What beside a reference says more is not read in OpenAPI 3.0, so the reference stands in a part. */
    private static Schema onlyRead(Schema member) {
        Schema marked = member.getRef() == null
                ? member
                : OASFactory.createSchema()
                        .addAllOf(OASFactory.createSchema().ref(member.getRef()))
                        .description(member.getDescription());
        marked.setReadOnly(true);
        return marked;
    }

    /** The component that a member, or each of its elements, refers to. */
    private @Nullable Schema component(Schema member) {
        Schema one = member.getItems() == null ? member : member.getItems();
        List<Schema> parts = Objects.requireNonNullElse(one.getAllOf(), List.of());
        String ref = parts.isEmpty() ? one.getRef() : parts.getFirst().getRef();
        return ref == null ? null : schemas.get(ref.substring(ref.lastIndexOf('/') + 1));
    }
}
