package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Reads strings that a database can hold: PostgreSQL knows no NUL. */
final class PlainString extends StdScalarDeserializer<String> {

    PlainString() {
        super(String.class);
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String read = StringDeserializer.instance.deserialize(parser, context);
        return read == null || read.indexOf('\0') < 0
                ? read
                : (String) context.handleWeirdStringValue(String.class, read, "a text holds no NUL");
    }
}
