package org.isthmus.kit.http;

import java.util.Arrays;
import java.util.List;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** The caller's word on which version it has seen. */
public final class IfMatch {

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

    /** For transitions: the header may be left out. */
    public static void check(@Nullable String header, int version) {
        if (header == null || header.isBlank() || header.trim().equals("*")) {
            return;
        }
        if (Arrays.stream(header.split(",")).map(String::trim).map(ETags::own).noneMatch(ETags.of(version)::equals)) {
            throw new Refusal(
                    Refusal.Kind.STALE,
                    "stale-version",
                    "Version %d is the present one, you have seen %s; read it again".formatted(version, header.trim()),
                    List.of());
        }
    }
}
