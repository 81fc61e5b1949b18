package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.PlainText;
import org.jspecify.annotations.Nullable;

/** Reads every string of a request body that no type of its own reads. JSON from elsewhere, such as a token, is not ours to judge. */
final class BodyText extends StdScalarDeserializer<String> {

    BodyText() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String read = StringDeserializer.instance.deserialize(parser, context);
        if (read == null || !FaultCollector.isReadingBody()) {
            return read;
        }
        try {
            return PlainText.of(read);
        } catch (Refusal refusal) {
            return (String) context.handleInstantiationProblem(String.class, read, refusal);
        }
    }
}
