package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What does not keep a rule yet: the lines {@code rule: what} of {@code src/test/resources/architecture.txt}. The list
 * only shrinks: a line that is no longer true fails as well.
 */
final class KnownBreaks {

    private static final Path FILE = Path.of("src", "test", "resources", "architecture.txt");

    private KnownBreaks() {}

    /** Each break is told by the first line of its text. */
    static void check(String rule, Collection<String> breaks) {
        Set<String> stale = known(rule);
        Set<String> fresh = new TreeSet<>(breaks);
        fresh.removeIf(text -> stale.contains(text.lines().findFirst().orElse("")));
        breaks.forEach(text -> stale.remove(text.lines().findFirst().orElse("")));
        assertThat(fresh).as("breaks of the rule on " + rule).isEmpty();
        assertThat(stale)
                .as("the rule on %s is kept here by now: take these lines out of %s", rule, FILE)
                .isEmpty();
    }

    private static Set<String> known(String rule) {
        Set<String> known = new TreeSet<>();
        try {
            if (Files.exists(FILE)) {
                Files.readString(FILE)
                        .lines()
                        .filter(line -> line.startsWith(rule + ": "))
                        .forEach(line -> known.add(line.substring(rule.length() + 2)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + FILE, e);
        }
        return known;
    }
}
