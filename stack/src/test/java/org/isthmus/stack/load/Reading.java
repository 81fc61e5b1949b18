package org.isthmus.stack.load;

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
        return record(Room.PROGRAMMES, "THEMATIC-MIGR");
    }

    static Stream<Entry> entries(Room room) {
        return Shipped.of(room).stream();
    }

    static JsonNode record(Room room, String name) {
        return entries(room)
                .filter(entry -> entry.name().equals(name))
                .findFirst()
                .orElseThrow()
                .body();
    }

    static Set<String> names(Room room) {
        return entries(room).map(Entry::name).collect(toSet());
    }

    static List<String> given(Room room, String field) {
        return entries(room)
                .filter(entry -> entry.body().has(field))
                .map(entry -> entry.body().path(field).asText())
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
