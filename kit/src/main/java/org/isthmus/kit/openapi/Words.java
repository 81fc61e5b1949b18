package org.isthmus.kit.openapi;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Explains schemas, fields and values that say nothing of themselves, from every {@code openapi-words.properties} on the
 * class path: {@code field} wherever it stands, {@code Schema.field} where it means something else there, {@code Schema},
 * and {@code Schema.VALUE} or {@code field.VALUE}.
 */
final class Words {

    private static final String FILE = "openapi-words.properties";

    private final Map<String, String> words = read();
    /** The words of each list of values that a component explains, for the fields that repeat it. */
    private final Map<List<Object>, String> values = new LinkedHashMap<>();

    private static Map<String, String> read() {
        Map<String, String> words = new LinkedHashMap<>();
        try {
            ClassLoader loader = Thread.currentThread().getContextClassLoader();
            for (URL file : Collections.list(loader.getResources(FILE))) {
                Properties properties = new Properties();
                try (Reader reader = new InputStreamReader(file.openStream(), StandardCharsets.UTF_8)) {
                    properties.load(reader);
                }
                properties.stringPropertyNames().forEach(key -> words.put(key, properties.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return words;
    }

    void explain(Map<String, Schema> schemas) {
        schemas.forEach(this::explainValues);
        schemas.forEach((name, schema) -> {
            if (schema.getDescription() == null) {
                schema.setDescription(words.get(name));
            }
            explain(name, schema);
        });
    }

    private void explain(String name, Schema schema) {
        Objects.requireNonNullElse(schema.getProperties(), Map.<String, Schema>of())
                .forEach((field, property) -> {
                    if (property.getRef() == null) {
                        explainField(name, field, property);
                        explain(name + "." + field, property);
                    }
                });
        for (Schema part : Objects.requireNonNullElse(schema.getAllOf(), List.<Schema>of())) {
            explain(name, part);
        }
        if (schema.getItems() != null) {
            explain(name, schema.getItems());
        }
    }

    private void explainField(String name, String field, Schema property) {
        if (property.getDescription() == null) {
            property.setDescription(words.getOrDefault(name + "." + field, words.get(field)));
        }
        String told = ofValues(property, name + "." + field, field);
        if (told == null && property.getEnumeration() != null) {
            told = values.get(property.getEnumeration());
        }
        add(property, told);
    }

    private void explainValues(String name, Schema schema) {
        String told = ofValues(schema, name, name);
        if (told != null) {
            values.put(schema.getEnumeration(), told);
            if (schema.getDescription() == null) {
                schema.setDescription(words.get(name));
            }
            add(schema, told);
        }
    }

    private @Nullable String ofValues(Schema schema, String key, String otherwise) {
        List<Object> enumeration = schema.getEnumeration();
        if (enumeration == null || enumeration.stream().anyMatch(value -> one(key, otherwise, value) == null)) {
            return null;
        }
        return enumeration.stream()
                .map(value -> "%s: %s".formatted(value, one(key, otherwise, value)))
                .collect(Collectors.joining(" "));
    }

    private @Nullable String one(String key, String otherwise, Object value) {
        return words.getOrDefault(key + "." + value, words.get(otherwise + "." + value));
    }

    private static void add(Schema schema, @Nullable String told) {
        String said = schema.getDescription();
        if (told != null && (said == null || !said.contains(told))) {
            schema.setDescription(said == null ? told : said + " " + told);
        }
    }
}
