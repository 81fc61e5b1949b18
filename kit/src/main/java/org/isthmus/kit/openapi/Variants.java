package org.isthmus.kit.openapi;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Where one of several schemas is meant and a field tells which, each gets a schema of its own that has that field. */
final class Variants {

    private Variants() {}

    static void name(Components components) {
        for (Map.Entry<String, Schema> named :
                Map.copyOf(components.getSchemas()).entrySet()) {
            Schema schema = named.getValue();
            if (schema.getDiscriminator() != null && schema.getDiscriminator().getMapping() != null) {
                String field = schema.getDiscriminator().getPropertyName();
                schema.setOneOf(null);
                Map.copyOf(schema.getDiscriminator().getMapping()).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .forEach(variant -> {
                            String name = capitalised(variant.getKey()) + named.getKey();
                            components.addSchema(name, variant(variant.getValue(), field, variant.getKey()));
                            schema.addOneOf(OASFactory.createSchema().ref(name));
                            schema.getDiscriminator().addMapping(variant.getKey(), "#/components/schemas/" + name);
                        });
            }
        }
    }

    private static Schema variant(String ref, String field, String value) {
        Schema type =
                OASFactory.createSchema().addType(Schema.SchemaType.STRING).addEnumeration(value);
        Schema told = OASFactory.createSchema()
                .addType(Schema.SchemaType.OBJECT)
                .addProperty(field, type)
                .required(List.of(field));
        return OASFactory.createSchema()
                .addAllOf(OASFactory.createSchema().ref(ref))
                .addAllOf(told);
    }

    private static String capitalised(String constant) {
        return constant.charAt(0) + constant.substring(1).toLowerCase(Locale.ROOT);
    }
}
