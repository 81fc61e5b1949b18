package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.Size;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Looks through a body before it is taken in, and stops at the first list that is longer than the schema allows, or where
 * more values come than any real body has: what is not taken in costs nothing.
 */
@ApplicationScoped
class BodyBounds {

    /** Of a list whose member has no bound of its own, such as one of a body that is read back. */
    private static final int MOST_ENTRIES = 1_000;

    /** Names, values and brackets of the whole body. */
    private static final int MOST_TOKENS = 200_000;

    /** Bytes of one thing: more than any real one has. */
    private static final int ONE_THING = 2 << 20;

    /** Rows of a body that holds many things. */
    private static final int MANY_THINGS = 1_000;

    private final ObjectMapper json;
    private final int longestBody;

    BodyBounds(ObjectMapper json, @ConfigProperty(name = "isthmus.longest-body") int longestBody) {
        this.json = json;
        this.longestBody = longestBody;
    }

    /** As many bytes as are read of a body. */
    int bytes(Class<?> type) {
        return type.isRecord() && Arrays.stream(type.getRecordComponents()).noneMatch(BodyBounds::holdsMany)
                ? Math.min(ONE_THING, longestBody)
                : longestBody;
    }

    private static boolean holdsMany(RecordComponent member) {
        Size size = member.getAccessor().getAnnotation(Size.class);
        return Collection.class.isAssignableFrom(member.getType()) && size != null && size.max() >= MANY_THINGS;
    }

    /** What is no JSON passes: the reading tells where. */
    void check(Class<?> type, byte[] body) throws IOException {
        try (JsonParser parser = json.getFactory().createParser(body)) {
            walk(parser, type);
        } catch (JsonProcessingException unreadable) {
            return;
        }
    }

    /**
     * An object or list that is open.
     *
     * @param type of the object, or of the list's entries, if it is known
     * @param most entries of the list
     */
    private record Open(@Nullable Type type, boolean isList, int most) {}

    private static void walk(JsonParser parser, Class<?> type) throws IOException {
        Deque<Open> open = new ArrayDeque<>();
        int tokens = 0;
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (++tokens > MOST_TOKENS) {
                throw refused(
                        parser.getParsingContext(),
                        "too-many",
                        "At most %d names and values belong into one body; nothing behind this place was read."
                                .formatted(MOST_TOKENS));
            }
            Open around = open.peek();
            if (token.isStructEnd()) {
                open.pop();
                continue;
            }
            if (around != null && around.isList) {
                refuseBeyond(around, token.isStructStart() ? outside(parser) : parser.getParsingContext());
            }
            if (token == JsonToken.START_OBJECT) {
                open.push(new Open(entered(around, parser, type), false, 0));
            } else if (token == JsonToken.START_ARRAY) {
                open.push(list(around, parser));
            }
        }
    }

    /** What holds the object or list that begins here. */
    private static JsonStreamContext outside(JsonParser parser) {
        return parser.getParsingContext().getParent();
    }

    private static void refuseBeyond(Open list, JsonStreamContext place) {
        if (place.getCurrentIndex() >= list.most) {
            throw refused(
                    place.getParent(),
                    "length",
                    "At most %d entries belong here; nothing behind them was read.".formatted(list.most));
        }
    }

    private static Refusal refused(JsonStreamContext place, String code, String detail) {
        return InvalidRequest.of(List.of(Fault.at(place.pathAsPointer().toString(), code, detail)));
    }

    private static @Nullable Type entered(@Nullable Open around, JsonParser parser, Class<?> whole) {
        if (around == null) {
            return whole;
        }
        return around.isList ? around.type : memberType(around, parser);
    }

    private static Open list(@Nullable Open around, JsonParser parser) {
        RecordComponent member = around == null || around.isList ? null : member(around, parser);
        if (member == null) {
            return new Open(null, true, MOST_ENTRIES);
        }
        Size size = member.getAccessor().getAnnotation(Size.class);
        return new Open(entryType(member.getGenericType()), true, size == null ? MOST_ENTRIES : size.max());
    }

    private static @Nullable Type memberType(Open around, JsonParser parser) {
        RecordComponent member = member(around, parser);
        return member == null ? null : member.getGenericType();
    }

    /** Of the record around, the one whose value begins here. */
    private static @Nullable RecordComponent member(Open around, JsonParser parser) {
        if (!(around.type instanceof Class<?> type) || !type.isRecord()) {
            return null;
        }
        return Arrays.stream(type.getRecordComponents())
                .filter(component -> component.getName().equals(outside(parser).getCurrentName()))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Type entryType(Type list) {
        return list instanceof ParameterizedType generic
                        && generic.getRawType() instanceof Class<?> raw
                        && Collection.class.isAssignableFrom(raw)
                ? generic.getActualTypeArguments()[0]
                : null;
    }
}
