package org.isthmus.kit.values;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Writes an amount as a string without exponent. */
final class PlainAmount extends StdSerializer<BigDecimal> {

    PlainAmount() {
        super(BigDecimal.class);
    }

    @Override
    public void serialize(BigDecimal amount, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(amount.toPlainString());
    }
}
