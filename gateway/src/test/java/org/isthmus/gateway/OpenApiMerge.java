package org.isthmus.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes one OpenAPI document of the gateway's and the services' own.
 *
 * <p>A path or component that means the same everywhere stands in it once; where two services mean different things by one name,
 * each gets its service's name in front. Everything is sorted, so the same documents always make the same one.
 */
final class OpenApiMerge {

    private static final String REF = "#/components/";
    private final ObjectNode gateway;
    private final Map<String, ObjectNode> services = new TreeMap<>();

    OpenApiMerge(JsonNode gateway) {
        this.gateway = gateway.deepCopy();
    }

    OpenApiMerge add(String service, JsonNode document) {
        services.put(service, OpenApiEdge.around(document.deepCopy()));
        return this;
    }

    ObjectNode merged() {
        renameWhatClashes();
        ObjectNode merged = gateway.deepCopy();
        merged.set("paths", paths());
        merged.set("components", components());
        merged.set("tags", tags());
        return merged;
    }

    private Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new LinkedHashMap<>();
        all.put("gateway", gateway);
        all.putAll(services);
        return all;
    }

    /** A renamed component changes whatever refers to it, which may make that clash too: again, until nothing does. */
    private void renameWhatClashes() {
        for (TreeSet<String> clashes = clashes(); !clashes.isEmpty(); clashes = clashes()) {
            for (String clash : clashes) {
                services.forEach((service, document) -> rename(document, clash, service));
            }
        }
    }

    /** Names like {@code schemas/Money} under which two documents hold different things. */
    private TreeSet<String> clashes() {
        Map<String, JsonNode> seen = new TreeMap<>();
        TreeSet<String> clashes = new TreeSet<>();
        all().values()
                .forEach(document -> document.path("components")
                        .properties()
                        .forEach(kind -> kind.getValue().properties().forEach(component -> {
                            String name = kind.getKey() + "/" + component.getKey();
                            JsonNode other = seen.putIfAbsent(name, component.getValue());
                            if (other != null && !other.equals(component.getValue())) {
                                clashes.add(name);
                            }
                        })));
        return clashes;
    }

    private static void rename(ObjectNode document, String name, String service) {
        String[] parts = name.split("/", 2);
        JsonNode kind = document.path("components").path(parts[0]);
        if (kind.has(parts[1])) {
            String prefix = service.substring(0, 1).toUpperCase(Locale.ROOT) + service.substring(1);
            JsonNode component = ((ObjectNode) kind).remove(parts[1]);
            ((ObjectNode) kind).set(prefix + parts[1], component);
            redirect(document, REF + name, REF + parts[0] + "/" + prefix + parts[1]);
        }
    }

    private static void redirect(JsonNode node, String from, String to) {
        if (node.path("discriminator").path("mapping") instanceof ObjectNode mapping) {
            mapping.properties().forEach(variant -> {
                if (variant.getValue().asText().equals(from)) {
                    variant.setValue(TextNode.valueOf(to));
                }
            });
        }
        if (node instanceof ObjectNode object && object.path("$ref").asText().equals(from)) {
            object.put("$ref", to);
        }
        node.forEach(child -> redirect(child, from, to));
    }

    private ObjectNode paths() {
        Map<String, JsonNode> paths = new TreeMap<>();
        Map<String, String> operations = new TreeMap<>();
        all().forEach((service, document) -> document.path("paths").properties().forEach(path -> {
            JsonNode other = paths.put(path.getKey(), path.getValue());
            refuseIf(other != null && !other.equals(path.getValue()), "Two services serve %s", path.getKey());
            path.getValue().findValuesAsText("operationId").forEach(operation -> {
                String there = operations.put(operation, path.getKey());
                refuseIf(there != null && !there.equals(path.getKey()), "Two operations are called %s", operation);
            });
        }));
        return sorted(paths);
    }

    private static void refuseIf(boolean wrong, String sentence, String what) {
        if (wrong) {
            throw new IllegalStateException(sentence.formatted(what));
        }
    }

    private ObjectNode components() {
        Map<String, Map<String, JsonNode>> kinds = new TreeMap<>();
        all().values()
                .forEach(document -> document.path("components")
                        .properties()
                        .forEach(kind -> kind.getValue()
                                .properties()
                                .forEach(component -> kinds.computeIfAbsent(kind.getKey(), any -> new TreeMap<>())
                                        .put(component.getKey(), component.getValue()))));
        Map<String, JsonNode> components = new TreeMap<>();
        kinds.forEach((kind, named) -> components.put(kind, sorted(named)));
        return sorted(components);
    }

    private ArrayNode tags() {
        Map<String, JsonNode> tags = new LinkedHashMap<>();
        all().values()
                .forEach(document -> document.path("tags")
                        .forEach(tag -> tags.putIfAbsent(tag.path("name").asText(), tag)));
        return JsonNodeFactory.instance.arrayNode().addAll(tags.values());
    }

    private static ObjectNode sorted(Map<String, JsonNode> nodes) {
        return JsonNodeFactory.instance.objectNode().setAll(new TreeMap<>(nodes));
    }
}
