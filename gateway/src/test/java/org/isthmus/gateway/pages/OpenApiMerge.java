package org.isthmus.gateway.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Makes one OpenAPI document of the gateway's and the services' own.
 *
 * <p>A path or component that means the same everywhere stands in it once; two meanings of one name are refused, since a new
 * schema of one service would else rename another's. Everything is sorted, so the same documents always make the same one.
 */
final class OpenApiMerge {

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
        clashes().forEach(clash -> refuseIf(true, "Two services mean different things by %s", clash));
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
