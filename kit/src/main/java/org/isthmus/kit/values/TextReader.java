package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.isthmus.kit.rules.Refusal;

/** Reads a text in several languages; what is wrong goes through the problem handlers, so that a reader can read on. */
final class TextReader extends StdDeserializer<Text> {

    TextReader() {
        super(Text.class);
    }

    @Override
    public Text deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        JsonNode node = context.readTree(parser);
        try {
            return new Text(byLanguage(node));
        } catch (Refusal refusal) {
            return (Text) context.handleInstantiationProblem(Text.class, node, refusal);
        }
    }

    private static Map<String, String> byLanguage(JsonNode node) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> text : node.properties()) {
            if (!text.getValue().isTextual()) {
                throw Refusal.invalid("text-form", "The text in '%s' is a string".formatted(text.getKey()));
            }
            byLanguage.put(text.getKey(), text.getValue().textValue());
        }
        if (!node.isObject()) {
            throw Refusal.invalid(
                    "text-form", "A text is an object of strings by language, such as {\"en\": \"Asylum\"}");
        }
        return byLanguage;
    }
}
