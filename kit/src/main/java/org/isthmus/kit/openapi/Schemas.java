package org.isthmus.kit.openapi;

import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Short words for schemas of the OpenAPI document. */
final class Schemas {

    private static final String COMPONENTS = "#/components/schemas/";

    private Schemas() {}

    static Schema ref(String schema) {
        return OASFactory.createSchema().ref(COMPONENTS + schema);
    }

    static Schema string() {
        return type(Schema.SchemaType.STRING);
    }

    static Schema type(Schema.SchemaType type) {
        return OASFactory.createSchema().addType(type);
    }

    static Schema listOf(Schema items) {
        return type(Schema.SchemaType.ARRAY).items(items);
    }

    static Schema object() {
        return type(Schema.SchemaType.OBJECT);
    }

    /** The component that a class is described by. */
    static String nameOf(Class<?> type) {
        var named = type.getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return named == null || named.name().isEmpty() ? type.getSimpleName() : named.name();
    }
}
