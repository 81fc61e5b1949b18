package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.compare.OpenApiDiffOptions;

/**
 * The committed OpenAPI documents against those of the newest release, {@code contracts/openapi/released/}.
 *
 * <p>A client that was made from the released document must go on working, except for what {@link Changelog} names.
 */
public final class ReleasedApi {

    private static final YAMLMapper YAML = new YAMLMapper();
    /** A client must bear a value that it does not know yet, a range or length that grows, and one error less. */
    private static final OpenApiDiffOptions OPTIONS = OpenApiDiffOptions.builder()
            .configProperty("incompatible.response.enum.increased", "false")
            .configProperty("incompatible.response.oneof.increased", "false")
            .configProperty("incompatible.response.max.length.increased", "false")
            .configProperty("incompatible.response.numeric.range.increased", "false")
            .configProperty("incompatible.response.responses.decreased", "false")
            .configProperty("incompatible.schema.pattern.changed", "false")
            .configProperty("incompatible.request.param.explode.changed", "false")
            .build();

    private ReleasedApi() {}

    /** What a client of the document (such as {@code funding-service}) would stumble over, without what is owned up to. */
    public static List<String> breaks(String document) {
        return breaks(
                read(folder().resolve("released").resolve(document + ".yaml")),
                read(folder().resolve(document + ".yaml")),
                Changelog.ofThisProduct());
    }

    static List<String> breaks(JsonNode released, JsonNode present, Changelog changelog) {
        List<String> left = new ArrayList<>(compare(forgive(released, present, changelog), present, changelog));
        // Where a forgiven schema gave way to another one, only the two documents as they are tell what breaks.
        left.retainAll(compare(released, present, changelog));
        return left;
    }

    private static List<String> compare(JsonNode released, JsonNode present, Changelog changelog) {
        try {
            return new Breaks(changelog.broken())
                    .of(OpenApiCompare.fromContents(
                            YAML.writeValueAsString(unwrapped(released, present)),
                            YAML.writeValueAsString(unwrapped(present, released)),
                            List.of(),
                            OPTIONS));
        } catch (IOException e) {
            throw new UncheckedIOException("a JSON tree can be written", e);
        }
    }

    /**
     * The reference of a member that is only read, in this document or in the other one, stands in a part, since more is said
     * than a reference can; it means what it refers to, and the comparison takes it for another type.
     */
    private static JsonNode unwrapped(JsonNode node, JsonNode other) {
        JsonNode parts = node.path("allOf");
        boolean isOnlyRead = node.has("readOnly") || other.has("readOnly");
        if (isOnlyRead && parts.size() == 1 && parts.path(0).has("$ref")) {
            return parts.path(0);
        }
        if (node instanceof ObjectNode object) {
            ObjectNode plain = object.objectNode();
            object.properties()
                    .forEach(member ->
                            plain.set(member.getKey(), unwrapped(member.getValue(), other.path(member.getKey()))));
            return plain;
        }
        return node;
    }

    /** The ids of operations and the names of schemas that a document has. */
    static Set<String> names(JsonNode document) {
        Set<String> names = new TreeSet<>();
        document.path("paths").findValuesAsText("operationId").forEach(names::add);
        document.at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    static Path folder() {
        return Contracts.folder().resolve("openapi");
    }

    static JsonNode read(Path file) {
        try {
            return YAML.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Schemas that break on purpose count as if they had always been what they are now, wherever they are used. */
    private static JsonNode forgive(JsonNode released, JsonNode present, Changelog changelog) {
        JsonNode forgiving = released.deepCopy();
        if (forgiving.at("/components/schemas") instanceof ObjectNode schemas) {
            for (Map.Entry<String, JsonNode> schema :
                    present.at("/components/schemas").properties()) {
                if (!schemas.has(schema.getKey()) || changelog.broken().contains(schema.getKey())) {
                    schemas.set(schema.getKey(), schema.getValue());
                }
            }
        }
        return forgiving;
    }
}
