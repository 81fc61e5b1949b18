package org.isthmus.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Generates data into a system that runs on this machine, and measures it; {@code bench/run help} lists the commands. */
final class Bench {

    private static final String HELP = """
            bench/run lists   [--port N] [--rows 300,100000] [--seed S]   fills the list of projects and prints ratios
            bench/run explain [--port N] [--data DIR]                     prints the plans behind each case
            bench/run write   [--port N] [--rows 300] [--seed S]          writes projects and their money through the API
            bench/run events  [--port N] [--rows 1000] [--rate 200] [--seconds 60]
                                                                          how long until projects knows what funding booked
            bench/run overload [--port N] [--seconds 15]                  more load than the system can carry

            --port and --data are those that ./start was given: 8080 and ./data without them.""";

    private final Map<String, String> options;
    private final Target target;
    private final Http http;

    private Bench(Map<String, String> options) {
        this.options = options;
        this.target = new Target(Integer.parseInt(options.getOrDefault("--port", "8080")));
        this.http = new Http(target);
    }

    public static void main(String[] arguments) throws SQLException, IOException {
        Map<String, String> options = new HashMap<>();
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], arguments[i + 1]);
        }
        Bench bench = new Bench(options);
        switch (arguments.length == 0 ? "help" : arguments[0]) {
            case "lists" -> bench.lists();
            case "explain" -> bench.explain();
            case "events" -> bench.events();
            case "overload" -> new Overload(bench.target, bench.http, System.out).run(bench.number("--seconds", "15"));
            case "write" -> bench.write();
            default -> System.out.println(HELP);
        }
    }

    private void lists() throws SQLException {
        Measure measure = new Measure(http, System.out);
        try (Connection database = target.database("projects")) {
            ProjectTable table = ProjectTable.in(database);
            for (int rows : rows("300,100000")) {
                table.fill(generator(), rows);
                measure.run(rows);
            }
        }
    }

    private void explain() throws SQLException, IOException {
        Path log = Path.of(options.getOrDefault("--data", "data"), "log", "postgres.log");
        new Explain(target, http, log, System.out).run();
    }

    private void write() throws SQLException {
        try (Connection projects = target.database("projects")) {
            new ApiWriter(http, generator()).write(projects, rows("300").getFirst());
        }
    }

    private void events() throws SQLException {
        try (Connection copies = target.database("projects")) {
            new Events(http, copies, System.out)
                    .run(generator(), rows("1000").getFirst(), number("--rate", "200"), number("--seconds", "60"));
        }
    }

    private int number(String option, String otherwise) {
        return Integer.parseInt(options.getOrDefault(option, otherwise));
    }

    private Generator generator() {
        return new Generator(Long.parseLong(options.getOrDefault("--seed", "1")));
    }

    private List<Integer> rows(String otherwise) {
        return Stream.of(options.getOrDefault("--rows", otherwise).split(","))
                .map(Integer::valueOf)
                .toList();
    }
}
