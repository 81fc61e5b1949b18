package org.isthmus.testing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import jakarta.persistence.Entity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isthmus.testing.Schema.Use;

/**
 * The rooms of one service, or none where the kit itself is looked at, with the tables that its migrations make.
 *
 * @param name of the service, such as {@code funding}; {@code kit} for the kit
 * @param own the tables and SQL views of its own migrations
 */
record ServiceCode(
        String name, JavaClasses classes, Map<String, RoomCode> rooms, Schema schema, Set<String> own, Path folder) {

    private static final String ROOT = "org.isthmus.";
    private static final Path MIGRATIONS = Path.of("src", "main", "resources", "db", "migration");

    /** Of the module whose tests run. */
    static ServiceCode of(JavaClasses classes) {
        String name = classes.stream()
                .map(type -> type.getPackageName()
                        .replaceFirst("^org\\.isthmus\\.", "")
                        .replaceFirst("\\..*", ""))
                .filter(part -> !Set.of("kit", "testing", "attack", "reference").contains(part))
                .findFirst()
                .orElse("kit");
        Path kit = Contracts.folder().resolveSibling("kit");
        Path folder = name.equals("kit") ? kit : Path.of("");
        Path own = folder.resolve(MIGRATIONS);
        Schema schema = Schema.of(name.equals("kit") ? List.of(own) : List.of(kit.resolve(MIGRATIONS), own));
        Map<String, String> entities = classes.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class))
                .collect(toMap(JavaClass::getSimpleName, RoomCode::table, (one, other) -> one));
        Map<String, RoomCode> rooms = new TreeMap<>();
        classes.stream()
                .filter(type -> type.getPackageName().startsWith(ROOT + name + ".") && !name.equals("kit"))
                .collect(groupingBy(JavaClass::getPackageName, TreeMap::new, java.util.stream.Collectors.toList()))
                .forEach((place, found) -> {
                    RoomCode room = RoomCode.of(place, found, schema, entities);
                    rooms.put(room.name(), room);
                });
        Set<String> made = new TreeSet<>(Schema.of(List.of(own)).relations());
        return new ServiceCode(name, classes, rooms, schema, made, folder);
    }

    /** The room that declares to own it; empty for the kit's. */
    String ownerOf(String relation) {
        return rooms.values().stream()
                .filter(room -> room.owns().contains(relation))
                .map(RoomCode::name)
                .findFirst()
                .orElse("");
    }

    /** All that a room leads to: by its own statements, behind what it owns, and by foreign keys. */
    Map<Use, Set<String>> uses(RoomCode room) {
        Map<Use, Set<String>> all = statements(room);
        for (String owned : room.owns()) {
            schema.keys(owned).stream()
                    .filter(key -> !key.relation().equals(owned))
                    .forEach(key ->
                            all.computeIfAbsent(key, none -> new TreeSet<>()).add("key of " + owned));
        }
        return all;
    }

    private Map<Use, Set<String>> statements(RoomCode room) {
        Map<Use, Set<String>> all = new TreeMap<>(room.uses());
        for (String owned : room.owns()) {
            schema.behind(owned)
                    .forEach(use ->
                            all.computeIfAbsent(use, none -> new TreeSet<>()).add(owned));
        }
        return all;
    }

    /** Which other rooms a room needs, and what for; a foreign key alone is no need, it only keeps things whole. */
    Map<String, Set<String>> leads(RoomCode room) {
        Map<String, Set<String>> leads = new TreeMap<>();
        imports(room).forEach((other, types) -> leads.put(other, new TreeSet<>(types)));
        statements(room).forEach((use, by) -> {
            String owner = ownerOf(use.relation());
            if (!owner.isEmpty() && !owner.equals(room.name())) {
                leads.computeIfAbsent(owner, none -> new TreeSet<>()).add("table " + use.relation() + " in " + by);
            }
        });
        return leads;
    }

    Map<String, Set<String>> imports(RoomCode room) {
        Map<String, Set<String>> imports = new TreeMap<>();
        for (JavaClass type : room.classes()) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                rooms.values().stream()
                        .filter(other -> !other.name().equals(room.name())
                                && other.packageName().equals(target.getPackageName()))
                        .forEach(other -> imports.computeIfAbsent(other.name(), none -> new TreeSet<>())
                                .add(target.getSimpleName()));
            }
        }
        return imports;
    }

    /** The source files under a folder of the module. */
    List<Path> sources() {
        Path sources = folder.resolve(Path.of("src", "main", "java"));
        try (Stream<Path> files = Files.walk(sources)) {
            return new ArrayList<>(files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("cannot read " + sources, e);
        }
    }

    Path sourceFolder(RoomCode room) {
        return folder.resolve(Path.of("src", "main", "java"))
                .resolve(room.packageName().replace('.', '/'));
    }
}
