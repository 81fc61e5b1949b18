package org.isthmus.bench;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The table that the list of projects reads, filled past the API: a hundred thousand rows in seconds.
 *
 * <p>Columns are filled by their names; one that is neither made here nor said to stay unknown ends the run. What is
 * written so is in no books and in no event: it is for lists and exports only.
 */
final class ProjectTable {

    /** Columns that no generated project has anything in. */
    static final Set<String> UNKNOWN = Set.of("call", "scope");

    private static final int BATCH = 1000;

    private final Connection database;
    private final String name;

    private ProjectTable(Connection database, String name) {
        this.database = database;
        this.name = name;
    }

    static ProjectTable in(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select relname from pg_class where relkind = 'r' and relname = 'project_view'
                        """)) {
            if (!rows.next()) {
                throw new IllegalStateException("there is no table of projects");
            }
            return new ProjectTable(database, rows.getString(1));
        }
    }

    /** Takes what an earlier run made away and writes this many projects. */
    void fill(Generator generator, int count) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("delete from " + name + " where reference like 'BENCH-%'");
        }
        List<String> columns = columns();
        String sql = "insert into %s (%s) values (%s)"
                .formatted(
                        name, String.join(", ", columns), String.join(", ", Collections.nCopies(columns.size(), "?")));
        try (PreparedStatement insert = database.prepareStatement(sql)) {
            for (int number = 0; number < count; number++) {
                Map<String, @Nullable Object> values = values(generator.project(number));
                for (int i = 0; i < columns.size(); i++) {
                    insert.setObject(i + 1, text(values.get(columns.get(i))), Types.OTHER);
                }
                insert.addBatch();
                if (number % BATCH == BATCH - 1 || number == count - 1) {
                    insert.executeBatch();
                }
            }
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum (analyze) " + name);
        }
    }

    /** The columns that are made. */
    static Set<String> made() {
        return values(new Generator(0).project(1)).keySet();
    }

    private List<String> columns() throws SQLException {
        Set<String> made = made();
        List<String> columns = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet rows = statement.executeQuery("""
                        select column_name from information_schema.columns where table_name = '%s' order by ordinal_position
                        """.formatted(name))) {
            while (rows.next()) {
                if (made.contains(rows.getString(1))) {
                    columns.add(rows.getString(1));
                } else if (!UNKNOWN.contains(rows.getString(1))) {
                    throw new IllegalStateException("nothing is generated for " + name + "." + rows.getString(1));
                }
            }
        }
        return columns;
    }

    private static @Nullable String text(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Collection<?> values ->
                values.stream().map(Object::toString).collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }

    private static Map<String, @Nullable Object> values(GeneratedProject project) {
        List<Integer> years = project.years();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("id", project.id());
        values.put("version", 1);
        values.put("reference", project.reference());
        values.put("recorded_at", "2014-01-01T00:00:00Z");
        values.put("body", ProjectJson.view(project));
        values.put("published", project.published());
        values.put("visible", project.published());
        values.put("title", project.title());
        values.put("status", project.status());
        values.put("programme", "THEMATIC-MIGR");
        values.put("actions", List.of());
        values.put("strands", project.codesOf(project.strands()));
        values.put("countries", project.codesOf(project.countries()));
        values.put("benefiting", project.codesOf(project.countries()));
        values.put("regions", List.of());
        values.put("classifications", List.of());
        values.put("other_programmes", List.of());
        values.put("within_regions", List.of());
        values.put("organisations", List.of());
        values.put("start_on", project.start() == null ? null : project.start() + "-01-01");
        values.put("end_on", project.end() == null ? null : project.end() + "-12-31");
        values.put("first_year", years.isEmpty() ? null : years.getFirst());
        values.put("last_year", years.isEmpty() ? null : years.getLast());
        values.put("years", years);
        values.put("end_known", project.end() == null ? "UNKNOWN" : "KNOWN");
        values.put("runs_on", false);
        BigDecimal amount = project.contribution();
        values.put("amount", amount);
        values.put("euros", amount);
        values.put("currency", amount == null ? null : "EUR");
        values.put("counting_level", "PROJECT");
        values.put(
                "part_of",
                project.umbrella() == null ? List.of() : List.of(GeneratedProject.reference(project.umbrella())));
        values.put("search", lexemes(project.title() + " " + project.summary()));
        return values;
    }

    private static String lexemes(String text) {
        return String.join(" ", new TreeSet<>(List.of(text.split(" "))));
    }
}
