package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a text in several languages; what is wrong goes through the problem handlers, so that a reader can read on. */
final class TextReader extends StdDeserializer<Text> {

    TextReader() {
        super(Text.class);
    }

    @Override
    public @Nullable Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.isExpectedStartObjectToken()) {
            refuse(
                    Refusal.invalid(
                            "text-form", "A text is an object of strings by language, such as {\"en\": \"Asylum\"}"),
                    parser,
                    context);
            return null;
        }
        Map<String, String> texts = new LinkedHashMap<>();
        boolean isWhole = true;
        for (String language = parser.nextFieldName(); language != null; language = parser.nextFieldName()) {
            JsonToken value = parser.nextToken();
            try {
                if (value != JsonToken.VALUE_STRING) {
                    throw Refusal.invalid("text-form", "A string belongs here");
                }
                Text.put(texts, language, parser.getText());
            } catch (Refusal refusal) {
                refuse(refusal, parser, context);
                isWhole = false;
            }
        }
        if (texts.isEmpty() && isWhole) {
            refuse(Text.missing(), parser, context);
        }
        return texts.isEmpty() ? null : new Text(texts);
    }

    /** Throws where nobody collects. */
    private static void refuse(Refusal refusal, JsonParser parser, DeserializationContext context) throws IOException {
        context.handleInstantiationProblem(Text.class, null, refusal);
        parser.skipChildren();
    }
}
