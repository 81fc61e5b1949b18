package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
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
        String read = StringDeserializer.instance.deserialize(parser, context);
        try {
            return read == null ? null : reference(read);
        } catch (Refusal refusal) {
            return (String) context.handleInstantiationProblem(String.class, read, refusal);
        }
    }

    private static String reference(String read) {
        String reference = Characters.singleBlanks(PlainText.of(read));
        if (reference.indexOf('\n') >= 0) {
            throw Refusal.invalid("form", "A reference is one line");
        }
        if (reference.equalsIgnoreCase("none")) {
            throw Refusal.invalid("form", "'none' is no reference: filters mean by it what has none");
        }
        return reference;
    }
}
