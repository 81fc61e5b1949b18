package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** JSON that we write, or wrote before: where it fails, that is a bug. */
public final class Json {

    private Json() {}

    public static String write(ObjectMapper json, @Nullable Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write " + value, e);
        }
    }

    /** An object with these members alone, and its id; without any all of it. */
    public static String trimmed(ObjectMapper json, String object, List<String> members) {
        if (members.isEmpty()) {
            return object;
        }
        return ((ObjectNode) read(json, object))
                .retain(Stream.concat(members.stream(), Stream.of("id")).toList())
                .toString();
    }

    public static JsonNode read(ObjectMapper json, String written) {
        try {
            return json.readTree(written);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what is stored is no JSON", e);
        }
    }

    public static <T> T read(ObjectMapper json, String written, Class<T> type) {
        try {
            return json.readValue(written, type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("what is stored is no " + type.getSimpleName(), e);
        }
    }
}
