package org.isthmus.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;

/** The rows of {@code contracts/problems.yaml}. */
final class ExplainedProblems {

    private final JsonNode rows;

    ExplainedProblems() {
        try {
            rows = new YAMLMapper().readTree(Files.readString(Contracts.folder().resolve("problems.yaml")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a code, or its last word where it has no row of its own, says what to do. */
    boolean haveRemedy(String code) {
        String lastWord = "*" + code.substring(Math.max(0, code.lastIndexOf('-')));
        return (rows.has(code) ? rows.path(code) : rows.path(lastWord)).has("remedy");
    }
}
