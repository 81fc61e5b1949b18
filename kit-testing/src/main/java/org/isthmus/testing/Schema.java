package org.isthmus.testing;

import static java.util.stream.Collectors.toCollection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables and SQL views that migrations make, and what statements, views, functions, triggers and foreign keys lead to.
 *
 * <p>It reads the text of migrations and statements, in the way in which they are written here: names in lower case,
 * without a schema. Functions are looked through: who calls one does what it does.
 */
final class Schema {

    /** A statement leads to a table or SQL view. */
    record Use(String relation, boolean writes) implements Comparable<Use> {
        @Override
        public int compareTo(Use other) {
            int byName = relation.compareTo(other.relation);
            return byName != 0 ? byName : Boolean.compare(writes, other.writes);
        }
    }

    private static final Pattern COMMENT = Pattern.compile("--[^\\n]*");
    private static final Pattern STATEMENT =
            Pattern.compile("((?:\\$\\$.*?\\$\\$|'[^']*'|[^;$']+|\\$(?!\\$))++);?", Pattern.DOTALL);
    private static final Pattern MADE =
            Pattern.compile("^create (?:or replace )?(table|view|function|procedure) (?:if not exists )?(\\w+)");
    private static final Pattern DROPPED = Pattern.compile("^drop (?:table|view) (?:if exists )?(\\w+)");
    private static final Pattern VIEWS = Pattern.compile("^call make_view_table\\( ?'(\\w+)'");
    private static final Pattern SEALS = Pattern.compile("^call make_seal_tables\\( ?'(\\w+)'");
    private static final Pattern REGIONS = Pattern.compile("^call make_regions_within\\( ?'(\\w+)'");
    private static final Pattern TRIGGER =
            Pattern.compile("^create (?:constraint )?trigger .* on (\\w+) .*execute (?:function|procedure) (\\w+)");
    private static final Pattern KEY = Pattern.compile("\\breferences (\\w+)");
    private static final Pattern ALTERED = Pattern.compile("^alter table (\\w+)");
    private static final Pattern USED = Pattern.compile(
            "(?<!for )\\b(insert into|delete from|merge into|update|from|join|using)\\s+([a-z]\\w*)\\b");
    private static final Pattern USED_ENTITY =
            Pattern.compile("\\b(delete from|delete|update|from|join)\\s+([A-Z]\\w*)\\b");
    private static final Pattern CALLED = Pattern.compile("\\b([a-z]\\w*)\\s*\\(");
    private static final Pattern NAMED_HERE =
            Pattern.compile("\\b(\\w+)(?: ?\\([^()]*\\))? as (?:not )?(?:materialized )?\\(");

    private final Set<String> relations = new TreeSet<>();
    private final Map<String, String> views = new HashMap<>();
    private final Map<String, String> functions = new HashMap<>();
    private final Map<String, Set<Use>> keys = new HashMap<>();
    private final Map<String, List<String>> triggers = new HashMap<>();

    /** What the migrations in these folders make, one after the other. */
    static Schema of(List<Path> folders) {
        Schema schema = new Schema();
        folders.forEach(folder -> sql(folder).forEach(schema::take));
        return schema;
    }

    private static List<String> sql(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<String> statements = new ArrayList<>();
            for (Path file : files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted((a, b) -> Long.compare(number(a), number(b)))
                    .toList()) {
                STATEMENT
                        .matcher(COMMENT.matcher(Files.readString(file)).replaceAll(" "))
                        .results()
                        .map(found -> found.group(1).replaceAll("\\s+", " ").strip())
                        .forEach(statements::add);
            }
            return statements;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + folder, e);
        }
    }

    /** {@code V1_3__x.sql} is 1 003. */
    private static long number(Path file) {
        String[] parts = file.getFileName().toString().replaceAll("^V|__.*", "").split("_");
        return Long.parseLong(parts[0]) * 1000 + (parts.length > 1 ? Long.parseLong(parts[1]) : 0);
    }

    private void take(String statement) {
        String sql = statement.toLowerCase(Locale.ROOT);
        on(MADE, sql, made -> make(made.group(1), made.group(2), sql));
        on(DROPPED, sql, dropped -> relations.remove(dropped.group(1)));
        on(VIEWS, sql, made -> relations.add(made.group(1) + "_history"));
        on(SEALS, sql, made -> seal(made.group(1)));
        on(
                REGIONS,
                sql,
                made -> List.of("region_code", "region_codes", "regions_within")
                        .forEach(function -> functions.put(function, "select from " + made.group(1))));
        on(
                TRIGGER,
                sql,
                made -> triggers.computeIfAbsent(made.group(1), table -> new ArrayList<>())
                        .add(made.group(2)));
        on(ALTERED, sql, altered -> keys(altered.group(1), sql));
    }

    private void seal(String table) {
        relations.addAll(List.of(table + "_seal", table + "_sealed"));
        keys(table + "_sealed", "references %1$s references %1$s_seal".formatted(table));
    }

    private void make(String kind, String name, String sql) {
        switch (kind) {
            case "table" -> {
                relations.add(name);
                keys(name, sql);
            }
            case "view" -> {
                relations.add(name);
                views.put(name, sql);
            }
            default -> functions.put(name, sql);
        }
    }

    private void keys(String table, String sql) {
        KEY.matcher(sql)
                .results()
                .forEach(key ->
                        keys.computeIfAbsent(table, of -> new TreeSet<>()).add(new Use(key.group(1), false)));
    }

    private static void on(Pattern pattern, String sql, Consumer<Matcher> take) {
        Matcher matcher = pattern.matcher(sql);
        if (matcher.find()) {
            take.accept(matcher);
        }
    }

    Set<String> relations() {
        return relations;
    }

    /** What the foreign keys of a table lead to. */
    Set<Use> keys(String relation) {
        return keys.getOrDefault(relation, Set.of());
    }

    /** What the triggers of a table or the query of a SQL view lead to, without itself. */
    Set<Use> behind(String relation) {
        Set<Use> uses = new TreeSet<>();
        if (views.containsKey(relation)) {
            uses.addAll(uses(views.get(relation)));
        }
        for (String function : triggers.getOrDefault(relation, List.of())) {
            uses.addAll(uses(functions.getOrDefault(function, "")));
        }
        uses.removeIf(use -> use.relation().equals(relation));
        return uses;
    }

    /** Whether a text alone is the name of a view, of representations or of a copy, and of nothing else. */
    boolean isNamedBy(String text) {
        return relations.contains(text)
                && (views.containsKey(text) || text.matches("known_\\w+|\\w+_(view|history|document)"));
    }

    /** What a statement, or a piece of one, leads to. */
    Set<Use> uses(String sql) {
        Set<Use> uses = new TreeSet<>();
        collect(sql, uses, new HashSet<>());
        return uses;
    }

    /** What a statement over entities leads to, whose tables are given by their names. */
    static Set<Use> uses(String sql, Map<String, String> tables) {
        return USED_ENTITY
                .matcher(sql)
                .results()
                .filter(found -> tables.containsKey(found.group(2)))
                .map(found -> new Use(
                        tables.getOrDefault(found.group(2), ""), found.group(1).matches("delete.*|update")))
                .collect(toCollection(TreeSet::new));
    }

    private void collect(String sql, Set<Use> uses, Set<String> seen) {
        Set<String> named = new HashSet<>();
        NAMED_HERE.matcher(sql).results().forEach(found -> named.add(found.group(1)));
        USED.matcher(sql)
                .results()
                .filter(found -> relations.contains(found.group(2)) && !named.contains(found.group(2)))
                .map(found -> new Use(found.group(2), found.group(1).matches("insert.*|delete.*|merge.*|update")))
                .forEach(uses::add);
        CALLED.matcher(sql)
                .results()
                .map(found -> found.group(1))
                .filter(function -> functions.containsKey(function) && seen.add(function))
                .forEach(function -> collect(functions.getOrDefault(function, ""), uses, seen));
    }
}
