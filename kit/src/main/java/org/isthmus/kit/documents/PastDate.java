package org.isthmus.kit.documents;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Reads {@code ?asOf=}: a date means the end of that day in UTC. */
final class PastDate {

    private PastDate() {}

    static @Nullable Instant read(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        return text.contains("T")
                ? sane(Instant.parse(text))
                : sane(LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant())
                        .plus(1, ChronoUnit.DAYS)
                        .minusNanos(1000);
    }

    /** A database knows no year beyond a few thousands. */
    private static Instant sane(Instant instant) {
        if (instant.isBefore(Instant.EPOCH.minus(365_000, ChronoUnit.DAYS))
                || instant.isAfter(Instant.EPOCH.plus(2_900_000, ChronoUnit.DAYS))) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }
}
