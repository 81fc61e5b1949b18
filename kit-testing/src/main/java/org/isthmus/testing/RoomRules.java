package org.isthmus.testing;

import static java.util.stream.Collectors.groupingBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.junit.ArchTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What holds between the rooms of a service, in code as in tables, and how large they are. A service's ArchitectureTest
 * takes them in with {@code ArchTests.in(...)}; what does not keep them yet stands in {@link KnownBreaks}.
 */
public final class RoomRules {

    private static final int FILES = 14;
    private static final int MOST_FILES = 18;
    /** The room with the most to say may be larger. */
    private static final String LARGEST = "project";

    private static final int LINES = 250;
    private static final int MEDIAN = 60;
    private static final Pattern BLOCK_COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);

    private RoomRules() {}

    @ArchTest
    public static void roomsOwnWhatTheyWriteAndDeclareWhatTheyRead(JavaClasses classes) {
        ServiceCode service = ServiceCode.of(classes);
        KnownBreaks.check("tables", service.rooms().isEmpty() ? Set.of() : new TableRules(service).breaks());
    }

    @ArchTest
    public static void roomsFormNoCirclesThroughCodeOrTables(JavaClasses classes) {
        ServiceCode service = ServiceCode.of(classes);
        Map<String, Map<String, Set<String>>> leads = new TreeMap<>();
        service.rooms().values().forEach(room -> leads.put(room.name(), service.leads(room)));
        Set<String> breaks = new TreeSet<>();
        for (String from : leads.keySet()) {
            Set<String> circle = new TreeSet<>(reachable(leads, from));
            circle.removeIf(other -> !reachable(leads, other).contains(from));
            if (!circle.isEmpty()) {
                StringBuilder ways = new StringBuilder("a circle of " + String.join(", ", circle));
                leads.forEach((one, others) -> others.forEach((other, by) -> {
                    if (circle.contains(one) && circle.contains(other)) {
                        ways.append("\n    %s -> %s: %s".formatted(one, other, by));
                    }
                }));
                breaks.add(ways.toString());
            }
        }
        KnownBreaks.check("circles", breaks);
    }

    @ArchTest
    public static void aSimpleNameIsUniqueInAServiceAndTheKit(JavaClasses classes) {
        String own = "org.isthmus." + ServiceCode.of(classes).name() + ".";
        Set<String> breaks = new TreeSet<>();
        classes.stream()
                .filter(type -> type.getPackageName().startsWith("org.isthmus.kit")
                        || (type.getPackageName() + ".").startsWith(own))
                .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
                .collect(groupingBy(JavaClass::getSimpleName))
                .forEach((name, types) -> {
                    if (types.size() > 1
                            && types.stream().anyMatch(type -> type.getName().startsWith(own))) {
                        breaks.add(name + " is the name of "
                                + types.stream()
                                        .map(JavaClass::getName)
                                        .sorted()
                                        .toList());
                    }
                });
        KnownBreaks.check("names", breaks);
    }

    @ArchTest
    public static void roomsAndClassesStaySmall(JavaClasses classes) {
        ServiceCode service = ServiceCode.of(classes);
        Set<String> breaks = new TreeSet<>();
        service.rooms().values().forEach(room -> {
            int most = room.name().equals(LARGEST) ? MOST_FILES : FILES;
            if (files(service.sourceFolder(room)) > most) {
                breaks.add("room %s has more than %d files".formatted(room.name(), most));
            }
        });
        List<Integer> sizes = new ArrayList<>();
        for (Path source : service.sources()) {
            int lines = lines(source);
            if (!source.endsWith("package-info.java")) {
                sizes.add(lines);
            }
            if (lines > LINES) {
                breaks.add("%s has more than %d lines".formatted(source.getFileName(), LINES));
            }
        }
        sizes.sort(null);
        if (sizes.get(sizes.size() / 2) > MEDIAN) {
            breaks.add("half of the classes have more than %d lines".formatted(MEDIAN));
        }
        KnownBreaks.check("sizes", breaks);
    }

    @ArchTest
    public static void onlyTheKitsQueriesTouchJdbcByHand(JavaClasses classes) {
        String own = "org.isthmus." + ServiceCode.of(classes).name() + ".";
        Set<String> breaks = new TreeSet<>();
        classes.stream()
                .filter(type ->
                        type.getName().startsWith(own) && !type.getPackageName().equals("org.isthmus.kit.query"))
                .filter(RoomRules::catchesSqlException)
                .forEach(type -> breaks.add(type.getSimpleName() + " catches SQLException"));
        KnownBreaks.check("jdbc", breaks);
    }

    @ArchTest
    public static void thePageOfRoomsIsTrue(JavaClasses classes) {
        ServiceCode service = ServiceCode.of(classes);
        if (!service.rooms().isEmpty()) {
            new RoomPage(service).check();
        }
    }

    @ArchTest
    public static void theGlossaryNamesWhatThereIs(JavaClasses classes) {
        ServiceCode service = ServiceCode.of(classes);
        KnownBreaks.check("glossary", service.rooms().isEmpty() ? Set.of() : new Glossary(service).breaks());
    }

    private static boolean catchesSqlException(JavaClass type) {
        return type.getCodeUnits().stream()
                .flatMap(unit -> unit.getTryCatchBlocks().stream())
                .flatMap(block -> block.getCaughtThrowables().stream())
                .anyMatch(caught -> caught.isEquivalentTo(SQLException.class));
    }

    private static Set<String> reachable(Map<String, Map<String, Set<String>>> leads, String from) {
        Set<String> reached = new TreeSet<>();
        List<String> open = new ArrayList<>(leads.getOrDefault(from, Map.of()).keySet());
        while (!open.isEmpty()) {
            String next = open.removeLast();
            if (reached.add(next)) {
                open.addAll(leads.getOrDefault(next, Map.of()).keySet());
            }
        }
        return reached;
    }

    private static int files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return (int) files.filter(file -> file.toString().endsWith(".java")).count();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** Without blank ones and comments. */
    private static int lines(Path source) {
        try {
            return (int) BLOCK_COMMENT
                    .matcher(Files.readString(source))
                    .replaceAll("")
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("//"))
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + source, e);
        }
    }
}
