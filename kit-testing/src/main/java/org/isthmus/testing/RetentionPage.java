package org.isthmus.testing;

import io.quarkus.arc.Arc;
import io.quarkus.arc.InstanceHandle;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.isthmus.kit.retention.RetentionRule;

/** The schedule of what is kept in {@code docs/operations.md}, against the rules that a service keeps. */
final class RetentionPage {

    private static final Pattern ROW = Pattern.compile(
            "^\\| `([a-z-]+)` \\| (each|[a-z]+) \\| [^|]+ \\| (\\d+) days, `KEEP_[A-Z_]+` \\|", Pattern.MULTILINE);

    private RetentionPage() {}

    /** What the page says of a service. */
    static Set<String> told() {
        String service = ConfigProvider.getConfig().getValue("isthmus.service", String.class);
        try {
            String page =
                    Files.readString(Contracts.folder().resolveSibling("docs").resolve("operations.md"));
            return ROW.matcher(page)
                    .results()
                    .filter(row -> row.group(2).equals("each") || row.group(2).equals(service))
                    .map(RetentionPage::line)
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(MatchResult row) {
        return row.group(1) + " " + row.group(3);
    }

    /** What it keeps. */
    static Set<String> kept() {
        Config config = ConfigProvider.getConfig();
        Set<String> kept = new TreeSet<>();
        for (InstanceHandle<RetentionRule> rule : Arc.container().listAll(RetentionRule.class)) {
            String name = rule.get().name();
            kept.add(name + " "
                    + config.getValue("isthmus.retention." + name, Duration.class)
                            .toDays());
        }
        return kept;
    }
}
