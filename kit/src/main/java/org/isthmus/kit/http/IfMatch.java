package org.isthmus.kit.http;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.isthmus.kit.encoding.Gzip;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** The caller's word on which version it has seen. */
public final class IfMatch {

    private static final Pattern TAG = Pattern.compile("(W/)?\"[\\x21\\x23-\\x7e\\x80-\\xff]*\"");

    private IfMatch() {}

    /** For edits: without the header 428, with another version than the present one 412. */
    public static void require(@Nullable String header, int version) {
        if (header == null || header.isBlank()) {
            throw new Refusal(
                    Refusal.Kind.VERSION_REQUIRED,
                    "if-match-required",
                    "Send If-Match with the ETag of the version that you edit",
                    List.of());
        }
        check(header, version);
    }

    /** What is wrong with the form of the header, whatever it is about. */
    public static Optional<Fault> fault(@Nullable String header) {
        boolean isWellFormed = header == null
                || header.isBlank()
                || header.trim().equals("*")
                || tags(header).stream().allMatch(TAG.asMatchPredicate());
        return isWellFormed
                ? Optional.empty()
                : Optional.of(Fault.in(
                        "If-Match",
                        "form",
                        "An entity tag stands in double quotes, as ETag gave it: %s.".formatted(ETags.of(1))));
    }

    private static List<String> tags(String header) {
        return Arrays.stream(header.split(",")).map(String::trim).toList();
    }

    /** For transitions: the header may be left out. One that is no list of entity tags is told so: 400. */
    public static void check(@Nullable String header, int version) {
        if (header == null || header.isBlank() || header.trim().equals("*")) {
            return;
        }
        fault(header).ifPresent(fault -> {
            throw InvalidRequest.of(List.of(fault));
        });
        if (tags(header).stream().map(Gzip::plainTag).map(ETags::own).noneMatch(ETags.of(version)::equals)) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "Version %d is the present one, you have seen %s; read it again".formatted(version, header.trim()),
                    List.of());
        }
    }
}
