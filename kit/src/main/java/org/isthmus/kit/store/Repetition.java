package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Finds in a body that repeats what reading showed what its writer says.
 *
 * <p>What is as it was shown stays as it is stored. What is only shown may be left out; where it is sent otherwise than it
 * was shown, that is a fault. What is written under another name than it is read ({@code programmeCode}, which readers see
 * as {@code programme}) stays as long as what readers see of it is repeated.
 */
final class Repetition {

    private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

    /** One thing, or a part of it, as readers see it and as it is stored. */
    private record Known(ObjectNode shown, ObjectNode stored) {

        static final Known NOTHING = new Known(Repetition.NOTHING, Repetition.NOTHING);

        boolean isShown(String name, JsonNode value) {
            return value.equals(shown.get(name));
        }

        Known inner(String name) {
            return new Known(object(shown.path(name)), object(stored.path(name)));
        }

        Known element(String name, int place) {
            return new Known(
                    object(shown.path(name).path(place)),
                    object(stored.path(name).path(place)));
        }
    }

    private final List<Fault> faults = new ArrayList<>();

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : NOTHING;
    }

    List<Fault> faults() {
        return faults;
    }

    /** The body as it is written. */
    ObjectNode meant(ObjectNode body, ObjectNode shown, ObjectNode stored, Shapes shapes) {
        Known known = new Known(shown, stored);
        ObjectNode meant = members(body, known, shapes, "");
        shapes.writtenOnly()
                .filter(name -> !body.has(name) && stored.has(name))
                .filter(name -> isRepeated(name.replaceFirst("(Code|Id|Reference)$", ""), body, known, shapes))
                .forEach(name -> meant.set(name, stored.get(name)));
        return meant;
    }

    private static boolean isRepeated(String name, ObjectNode body, Known known, Shapes shapes) {
        return shapes.isReadOnly(name) && body.has(name) && known.isShown(name, body.path(name));
    }

    private ObjectNode members(ObjectNode body, Known known, Shapes shapes, String at) {
        ObjectNode meant = body.objectNode();
        body.properties().forEach(member -> {
            String name = member.getKey();
            JsonNode value = member.getValue();
            if (known.isShown(name, value)) {
                if (shapes.isWritten(name) && known.stored().has(name)) {
                    meant.set(name, known.stored().get(name));
                }
            } else if (shapes.isReadOnly(name)) {
                refuseOther(value, at + "/" + name);
            } else {
                meant.set(name, value(name, value, known, shapes.inner(name), at + "/" + name));
            }
        });
        return meant;
    }

    private void refuseOther(JsonNode value, String at) {
        if (!value.isNull()) {
            faults.add(Fault.at(at, "read-only", "This is not changed here: send it as it was read, or leave it out."));
        }
    }

    private JsonNode value(String name, JsonNode value, Known known, @Nullable Shapes shapes, String at) {
        if (shapes == null) {
            return value;
        }
        if (value instanceof ObjectNode object) {
            return members(object, known.inner(name), shapes, at);
        }
        if (value instanceof ArrayNode array) {
            ArrayNode meant = array.arrayNode();
            IntStream.range(0, array.size())
                    .mapToObj(place -> element(name, array, place, known, shapes, at + "/" + place))
                    .forEach(meant::add);
            return meant;
        }
        return value;
    }

    private JsonNode element(String name, ArrayNode array, int place, Known known, Shapes shapes, String at) {
        if (!(array.get(place) instanceof ObjectNode body)) {
            return Objects.requireNonNull(array.get(place));
        }
        Known one = shown(body, name, place, known, shapes);
        ObjectNode meant = members(body, one, shapes, at);
        if (shapes.writtenOnly().noneMatch(body::has)) {
            shapes.writtenOnly()
                    .filter(one.stored()::has)
                    .forEach(member -> meant.set(member, one.stored().get(member)));
        }
        return meant;
    }

    /** The element that a body repeats, wherever it stands now; nothing where the body is a new one. */
    private static Known shown(ObjectNode body, String name, int place, Known known, Shapes shapes) {
        List<String> told = body.properties().stream()
                .map(Map.Entry::getKey)
                .filter(shapes::isReadOnly)
                .toList();
        if (told.isEmpty()) {
            return Known.NOTHING;
        }
        List<Known> all = Stream.concat(
                        Stream.of(place),
                        IntStream.range(0, known.shown().path(name).size()).boxed())
                .map(there -> known.element(name, there))
                .toList();
        return all.stream()
                .filter(one -> told.stream().allMatch(member -> one.isShown(member, body.path(member))))
                .findFirst()
                .or(() -> all.stream()
                        .filter(one -> body.has("id") && one.isShown("id", body.path("id")))
                        .findFirst())
                .orElse(Known.NOTHING);
    }
}
