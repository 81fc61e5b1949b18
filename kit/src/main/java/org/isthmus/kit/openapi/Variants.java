package org.isthmus.kit.openapi;

import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.media.Discriminator;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;

/** Where one of several schemas is meant and a field tells which, each gets a schema of its own that has that field. */
final class Variants {

    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);

    private Variants() {}

    static void name(Components components, IndexView index) {
        index.getAnnotations(DotName.createSimple(JsonTypeName.class))
                .forEach(name -> collect(components, index, name));
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

    /** What says its own type name is a variant of its interface, where that one's schema tells by which field. */
    private static void collect(Components components, IndexView index, AnnotationInstance name) {
        ClassInfo variant = name.target().asClass();
        variant.interfaceNames().stream()
                .map(index::getClassByName)
                .map(common -> common == null ? null : common.declaredAnnotation(SCHEMA))
                .filter(schema -> schema != null && schema.value("discriminatorProperty") != null)
                .forEach(schema -> {
                    Schema common =
                            components.getSchemas().get(schema.value("name").asString());
                    if (common != null) {
                        Discriminator discriminator = common.getDiscriminator() == null
                                ? OASFactory.createDiscriminator()
                                : common.getDiscriminator();
                        common.setDiscriminator(discriminator
                                .propertyName(
                                        schema.value("discriminatorProperty").asString())
                                .addMapping(name.value().asString(), "#/components/schemas/" + nameOf(variant)));
                    }
                });
    }

    private static String nameOf(ClassInfo type) {
        AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
        return schema == null || schema.value("name") == null
                ? type.simpleName()
                : schema.value("name").asString();
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
