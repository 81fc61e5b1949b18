package org.isthmus.kit.access;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which role may do which operation: one row per operation in {@code policy.properties}.
 *
 * <p>{@code listProjects = public} lets everybody in; else the row names roles. An operation without a row is closed.
 */
@ApplicationScoped
public class Policy {

    public static final String PUBLIC = "public";

    private final Map<String, Set<String>> rows;

    Policy() {
        this.rows = read();
    }

    public Map<String, Set<String>> rows() {
        return rows;
    }

    /** The roles that may do it, {@link #PUBLIC} among them if it is open to all; empty without a row. */
    public Optional<Set<String>> rolesFor(String operationId) {
        return Optional.ofNullable(rows.get(operationId));
    }

    /** Also for code that runs without a container, such as the OpenAPI filter. */
    public static Map<String, Set<String>> read() {
        return read("policy.properties");
    }

    /** A table of the service: operations, and what is listed behind each; empty without the file. */
    public static Map<String, Set<String>> read(String name) {
        Map<String, Set<String>> rows = new TreeMap<>();
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            if (file == null) {
                return rows;
            }
            Properties written = new Properties();
            written.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            for (String operation : written.stringPropertyNames()) {
                rows.put(operation, cell(written.getProperty(operation)));
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static Set<String> cell(String cell) {
        return new LinkedHashSet<>(Arrays.asList(cell.trim().split("\\s*,\\s*")));
    }
}
