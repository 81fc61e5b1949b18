package org.isthmus.kit.http;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.isthmus.kit.encoding.Gzip;
import org.isthmus.kit.rules.Fault;
import org.jspecify.annotations.Nullable;

/** The entity tags in a header, or {@code *} for any. An empty header is as good as none. */
record EntityTagList(String header, @Nullable String value) {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    boolean isSent() {
        return value != null && !value.isBlank();
    }

    boolean isAny() {
        return said().equals("*");
    }

    /** As it was sent. */
    String said() {
        return value == null ? "" : value.trim();
    }

    /** What is wrong with its form, whatever it is about. */
    Optional<Fault> fault() {
        return !isSent() || isAny() || tags().allMatch(TAG.asMatchPredicate())
                ? Optional.empty()
                : Optional.of(Fault.in(
                        header,
                        "form",
                        "An entity tag stands in double quotes, as ETag gave it: %s.".formatted(ETags.of(1))));
    }

    /** The strong comparison of RFC 9110, section 8.8.3.2: a weak tag is like none. */
    boolean names(String etag) {
        return isAny() || !etag.startsWith("W/") && tags().anyMatch(etag::equals);
    }

    /** The same for a version of a thing, compressed or not, whatever others say beside it. */
    boolean names(int version) {
        return isAny() || names(version, tags());
    }

    /** By the weak comparison. */
    boolean namesWeakly(int version) {
        return isAny() || names(version, tags().map(tag -> tag.replaceFirst("^W/", "")));
    }

    private static boolean names(int version, Stream<String> tags) {
        return tags.map(Gzip::plainTag).map(ETags::own).anyMatch(ETags.of(version)::equals);
    }

    private Stream<String> tags() {
        return Arrays.stream(said().split(",")).map(String::trim);
    }
}
