package org.isthmus.reference;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** The files that the product ships, in {@code /reference} on the class path. */
final class Shipped {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Shipped() {}

    static List<SeedRecord> of(Collection collection) {
        return read(collection.file(), collection.key());
    }

    /** Which project follows which. */
    static List<SeedRecord> relations() {
        return read("relations.json", "project");
    }

    private static List<SeedRecord> read(String file, String key) {
        try (InputStream stream = Shipped.class.getResourceAsStream("/reference/" + file)) {
            if (stream == null) {
                throw new NotLoaded("The reference data lacks its file %s.".formatted(file));
            }
            List<SeedRecord> seeds = new ArrayList<>();
            for (JsonNode node : JSON.readTree(stream)) {
                seeds.add(new SeedRecord(file, node.path(key).asText(), (ObjectNode) node));
            }
            return seeds;
        } catch (IOException failure) {
            throw new NotLoaded("The file %s of the reference data cannot be read.".formatted(file), failure);
        }
    }
}
