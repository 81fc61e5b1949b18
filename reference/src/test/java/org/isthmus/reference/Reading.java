package org.isthmus.reference;

import static java.util.stream.Collectors.toSet;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Looks into the shipped records. */
final class Reading {

    private Reading() {}

    static JsonNode thematic() {
        return record(Collection.PROGRAMMES, "THEMATIC-MIGR");
    }

    static Stream<SeedRecord> seeds(Collection collection) {
        return Shipped.of(collection).stream();
    }

    static JsonNode record(Collection collection, String name) {
        return seeds(collection)
                .filter(seed -> seed.name().equals(name))
                .findFirst()
                .orElseThrow()
                .body();
    }

    static Set<String> names(Collection collection) {
        return seeds(collection).map(SeedRecord::name).collect(toSet());
    }

    static List<String> given(Collection collection, String field) {
        return seeds(collection)
                .filter(seed -> seed.body().has(field))
                .map(seed -> seed.body().path(field).asText())
                .toList();
    }

    static Stream<JsonNode> each(JsonNode node, String list) {
        return StreamSupport.stream(node.path(list).spliterator(), false);
    }

    static Function<JsonNode, String> code(String field) {
        return node -> node.path(field).asText();
    }

    static void visit(JsonNode node, Consumer<JsonNode> visitor) {
        List<JsonNode> open = new ArrayList<>(List.of(node));
        while (!open.isEmpty()) {
            JsonNode next = open.removeLast();
            visitor.accept(next);
            next.forEach(open::add);
        }
    }
}
