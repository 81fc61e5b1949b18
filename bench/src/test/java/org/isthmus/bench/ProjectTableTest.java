package org.isthmus.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ProjectTableTest {

    private static final Path MIGRATIONS = Path.of("../projects-service/src/main/resources/db/migration");
    private static final Path OF_ALL_VIEWS = Path.of("../kit/src/main/resources/db/migration/V1_3__view_tables.sql");
    private static final Pattern TABLE = Pattern.compile("(?ms)^create table project_view \\((.*?)^\\);");
    private static final Pattern COLUMN = Pattern.compile("(?m)^ {4}(\\w+) +\\w");
    private static final Pattern ADDED = Pattern.compile("(?m)add column (\\w+) ");

    @Test
    void makesEveryColumnOfTheListOfProjectsAndNoOther() throws IOException {
        TreeSet<String> columns = new TreeSet<>();
        columns.addAll(found(ADDED, Files.readString(OF_ALL_VIEWS)));
        try (var files = Files.list(MIGRATIONS)) {
            for (Path file : files.toList()) {
                String sql = Files.readString(file);
                found(TABLE, sql).forEach(table -> columns.addAll(found(COLUMN, table)));
                assertThat(sql)
                        .as("the list of projects is made in one piece")
                        .doesNotContain("alter table project_view");
            }
        }
        columns.removeAll(ProjectTable.UNKNOWN);

        assertThat(ProjectTable.made()).containsExactlyInAnyOrderElementsOf(columns);
    }

    private static TreeSet<String> found(Pattern pattern, String text) {
        TreeSet<String> found = new TreeSet<>();
        pattern.matcher(text).results().forEach(result -> found.add(result.group(1)));
        return found;
    }
}
