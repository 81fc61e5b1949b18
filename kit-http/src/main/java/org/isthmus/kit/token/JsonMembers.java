package org.isthmus.kit.token;

import static org.isthmus.kit.token.MalformedToken.require;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The members of one JSON object, each with the type that it has in JSON: text, number ({@link BigDecimal}), truth value,
 * list, object or null. A name that comes twice is refused, since two readers may take two values from it.
 */
final class JsonMembers {

    private static final int DEEPEST = 20;
    private static final String NO_OBJECT = "Header and claims are JSON objects in UTF-8, and no name comes twice.";

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEEPEST)
                    .maxNumberLength(40)
                    .build())
            .build();

    private final Map<String, @Nullable Object> members;

    private JsonMembers(Map<String, @Nullable Object> members) {
        this.members = members;
    }

    static JsonMembers read(byte[] bytes) {
        try (JsonParser parser = JSON.createParser(text(bytes))) {
            require(parser.nextToken() == JsonToken.START_OBJECT, NO_OBJECT);
            Map<String, @Nullable Object> members = object(parser);
            require(parser.nextToken() == null, NO_OBJECT);
            return new JsonMembers(members);
        } catch (IOException e) {
            throw new MalformedToken(NO_OBJECT);
        }
    }

    private static String text(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> members = new HashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonParser parser) throws IOException {
        List<@Nullable Object> values = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            values.add(value(parser));
        }
        return values;
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    @Nullable
    Object value(String name) {
        return members.get(name);
    }
}
