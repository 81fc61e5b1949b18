package org.isthmus.reference;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** One record of a file, by the name that it bears there. */
record SeedRecord(String file, String name, ObjectNode body) {

    /** For a sentence: {@code projects.json, record JMDI}. */
    String words() {
        return "%s, record %s".formatted(file, name);
    }
}
