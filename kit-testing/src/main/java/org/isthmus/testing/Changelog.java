package org.isthmus.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code CHANGELOG.md} owns up to: the operations and schemas that its unreleased part breaks on purpose.
 *
 * <p>Such a line begins with {@code - **breaking** `name`, `name`: } and says what breaks and why.
 */
record Changelog(Set<String> broken) {

    private static final Pattern LINE = Pattern.compile("(?m)^- \\*\\*breaking\\*\\* (`[^:\\n]+`): \\S.*$");
    private static final Pattern NAME = Pattern.compile("`([A-Za-z0-9_]+)`");

    static Changelog ofThisProduct() {
        Path file = Contracts.folder().resolveSibling("CHANGELOG.md");
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static Changelog read(String text) {
        Set<String> names = new TreeSet<>();
        Matcher line = LINE.matcher(unreleased(text));
        while (line.find()) {
            NAME.matcher(line.group(1)).results().forEach(name -> names.add(name.group(1)));
        }
        return new Changelog(names);
    }

    /** From the heading of what is not released yet to that of the newest release. */
    private static String unreleased(String text) {
        int begin = text.indexOf("## Unreleased");
        int end = text.indexOf("\n## ", begin + 1);
        return begin < 0 ? "" : text.substring(begin, end < 0 ? text.length() : end);
    }
}
