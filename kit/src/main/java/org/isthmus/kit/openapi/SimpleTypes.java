package org.isthmus.kit.openapi;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Java's simple types, written where they are used instead of as components. */
final class SimpleTypes {

    private static final String SCHEMAS = "#/components/schemas/";
    private static final Map<String, String> FORMATS =
            Map.of(SCHEMAS + "UUID", "uuid", SCHEMAS + "LocalDate", "date", SCHEMAS + "Instant", "date-time");

    private SimpleTypes() {}

    static void inline(Schema schema) {
        if (schema.getRef() != null && FORMATS.containsKey(schema.getRef())) {
            String format = FORMATS.get(schema.getRef());
            schema.setRef(null);
            schema.setType(List.of(Schema.SchemaType.STRING));
            schema.setFormat(format);
        }
        if (List.of(Schema.SchemaType.STRING).equals(schema.getType())) {
            schema.setMinimum(null); // bounds of a number say nothing of its text
            schema.setMaximum(null);
        }
        if (schema.getAllOf() != null) {
            List<Schema> others = new ArrayList<>(schema.getAllOf());
            others.stream().filter(SimpleTypes::isPlainFormat).findFirst().ifPresent(simple -> {
                others.remove(simple);
                schema.setFormat(simple.getFormat());
                schema.setAllOf(others.isEmpty() ? null : others);
            });
        }
    }

    private static boolean isPlainFormat(Schema schema) {
        return schema.getRef() == null && schema.getFormat() != null && FORMATS.containsValue(schema.getFormat());
    }

    static void remove(Components components) {
        FORMATS.keySet().forEach(ref -> components.removeSchema(ref.substring(SCHEMAS.length())));
    }
}
