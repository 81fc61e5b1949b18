package org.isthmus.kit.documents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?asOf=}: a date means the end of that day in UTC. */
final class PastDate {

    private PastDate() {}

    static @Nullable Instant read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        if (text.contains("T")) {
            return Instant.parse(text);
        }
        return LocalDate.parse(text)
                .plusDays(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant()
                .minusNanos(1000);
    }
}
