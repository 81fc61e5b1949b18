package org.isthmus.testing;

import com.tngtech.archunit.core.domain.JavaClass;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A service's part of {@code docs/glossary.md}, whose lines name a term, its class, its table and its path. */
record Glossary(ServiceCode service) {

    private static final Path FILE = Contracts.folder().resolveSibling("docs").resolve("glossary.md");

    /** Names that do not exist, and aggregates that have no line. */
    Set<String> breaks() {
        Set<String> types = service.rooms().values().stream()
                .flatMap(room -> room.classes().stream())
                .map(JavaClass::getSimpleName)
                .collect(Collectors.toSet());
        String paths = read(Contracts.folder().resolve("openapi").resolve(service.name() + "-service.yaml"));
        Set<String> breaks = new TreeSet<>();
        Set<String> kept = service.rooms().values().stream()
                .flatMap(room -> room.classes().stream())
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .map(RoomCode::table)
                .collect(Collectors.toCollection(TreeSet::new));
        for (String line :
                part().lines().filter(line -> line.startsWith("| ")).skip(2).toList()) {
            String[] cells = line.split("\\|");
            String type = cells[2].strip();
            String table = cells[3].strip();
            String path = cells[4].strip();
            if (!types.contains(type)) {
                breaks.add("there is no class " + type);
            }
            if (!service.schema().relations().contains(table)) {
                breaks.add("there is no table " + table);
            }
            if (!paths.contains("\n  " + path + ":")) {
                breaks.add("there is no path " + path);
            }
            kept.remove(table);
        }
        kept.forEach(table -> breaks.add("docs/glossary.md has no line for " + table));
        return breaks;
    }

    private String part() {
        String page = read(FILE);
        int begin = page.indexOf("## " + service.name() + "\n");
        int end = page.indexOf("\n## ", begin + 1);
        return begin < 0 ? "" : page.substring(begin, end < 0 ? page.length() : end);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
