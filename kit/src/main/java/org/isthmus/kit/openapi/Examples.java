package org.isthmus.kit.openapi;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** The example of a schema, from {@code openapi-examples/<Schema>.json} on the class path. */
final class Examples {

    private Examples() {}

    @SuppressWarnings("deprecation") // OpenAPI 3.0 knows one example, 3.1 several
    static void add(String name, Schema schema) {
        String file = "openapi-examples/" + name + ".json";
        try (InputStream example =
                Thread.currentThread().getContextClassLoader().getResourceAsStream(file)) {
            if (example != null) {
                ObjectMapper json = new ObjectMapper();
                JsonNode read = json.readTree(example);
                schema.setExample(json.convertValue(read, Object.class));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
