package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a share strictly: a plain decimal string with at most four decimals. */
final class PercentReader extends StdDeserializer<BigDecimal> {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");

    PercentReader() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (!parser.hasToken(JsonToken.VALUE_STRING)) {
            return (BigDecimal) context.handleUnexpectedToken(String.class, parser);
        }
        String written = parser.getText();
        return PERCENT.matcher(written).matches()
                ? new BigDecimal(written)
                : (BigDecimal) context.handleWeirdStringValue(
                        BigDecimal.class, written, "a share is a decimal string such as \"33.3333\"");
    }
}
