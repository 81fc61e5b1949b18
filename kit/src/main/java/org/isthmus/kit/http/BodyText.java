package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
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
        if (!FaultCollector.isReadingBody()) {
            return StringDeserializer.instance.deserialize(parser, context);
        }
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (String) context.handleUnexpectedToken(String.class, parser);
        }
        String read = parser.getText();
        try {
            return PlainText.of(read);
        } catch (Refusal refusal) {
            return (String) context.handleInstantiationProblem(String.class, read, refusal);
        }
    }
}
