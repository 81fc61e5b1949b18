package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a {@link Reference}. */
final class ReferenceReader extends StdScalarDeserializer<String> {

    ReferenceReader() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String read = parser.getText();
        try {
            return reference(read);
        } catch (Refusal refusal) {
            return (String) context.handleInstantiationProblem(String.class, read, refusal);
        }
    }

    private static String reference(String read) {
        String reference = Characters.singleBlanks(PlainText.of(read));
        if (reference.indexOf('\n') >= 0) {
            throw Refusal.invalid("form", "A reference is one line");
        }
        if (Characters.isUnseenIn(reference)) {
            throw Refusal.invalid("text-form", "A reference holds nothing that can't be seen");
        }
        if (reference.equalsIgnoreCase("none")) {
            throw Refusal.invalid("form", "'none' is no reference: filters mean by it what has none");
        }
        return reference;
    }
}
