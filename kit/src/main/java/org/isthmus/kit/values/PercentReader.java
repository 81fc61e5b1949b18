package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** Reads a share strictly: a plain decimal string with at most four decimals. */
final class PercentReader extends StdDeserializer<BigDecimal> {

    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,4})?");

    PercentReader() {
        super(BigDecimal.class);
    }

    @Override
    public @Nullable BigDecimal deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String written = parser.hasToken(JsonToken.VALUE_STRING) ? parser.getText() : "";
        if (PERCENT.matcher(written).matches()) {
            return new BigDecimal(written);
        }
        parser.skipChildren();
        return (BigDecimal)
                context.handleInstantiationProblem(
                        BigDecimal.class,
                        written,
                        Refusal.invalid(
                                "form",
                                "A share is a decimal number with at most 4 decimals, written as a string, such as \"33.3333\""));
    }
}
