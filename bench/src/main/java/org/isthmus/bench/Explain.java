package org.isthmus.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prints the plan of the statements that answer each case, as PostgreSQL ran them with their own parameters.
 *
 * <p>For as long as it runs, PostgreSQL writes all plans of the service into its log ({@code auto_explain}), from which
 * they are read.
 */
final class Explain {

    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_analyze = on",
            "auto_explain.log_buffers = on",
            "auto_explain.log_timing = off");

    private final Target target;
    private final Http http;
    private final Path log;
    private final PrintStream out;

    /** The log is {@code log/postgres.log} of the data folder that {@code ./start} was given. */
    Explain(Target target, Http http, Path log, PrintStream out) {
        this.target = target;
        this.http = http;
        this.log = log;
        this.out = out;
    }

    void run() throws SQLException, IOException {
        var paths = new Cases(http).paths();
        try (Connection database = target.database("projects");
                Statement statement = database.createStatement()) {
            for (String setting : SETTINGS) {
                statement.execute("alter role projects set " + setting);
            }
            try {
                endSessions(statement);
                for (var entry : paths.entrySet()) {
                    explain(entry.getKey(), entry.getValue());
                }
            } finally {
                statement.execute("alter role projects reset all");
                endSessions(statement);
            }
        }
    }

    private void explain(String name, String path) throws IOException {
        awaitAnswer(path);
        long before = Files.size(log);
        http.get(path);
        out.printf("%n== %s: %s%n%s%n", name, path, plansAfter(before));
    }

    /** A setting of a role holds for new sessions only. */
    private static void endSessions(Statement statement) throws SQLException {
        statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'projects'");
    }

    /** The pool may hand out a connection that was ended before it notices. */
    private void awaitAnswer(String path) {
        for (int attempt = 1; ; attempt++) {
            try {
                http.get(path);
                return;
            } catch (IllegalStateException refused) {
                if (attempt == 20) {
                    throw refused;
                }
            }
        }
    }

    /** Without the statements of jobs, which begin with a comment. */
    private String plansAfter(long position) throws IOException {
        byte[] all = Files.readAllBytes(log);
        String told = new String(all, (int) position, (int) (all.length - position), UTF_8);
        return Stream.of(told.split("(?m)^(?=\\d{4}-\\d\\d-\\d\\d )"))
                .filter(entry ->
                        entry.contains("plan:") && !entry.contains("/* relay */") && !entry.contains("/* job */"))
                .filter(entry -> entry.contains("project"))
                .map(String::strip)
                .collect(Collectors.joining("\n\n"));
    }
}
