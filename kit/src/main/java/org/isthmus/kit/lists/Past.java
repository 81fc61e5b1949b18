package org.isthmus.kit.lists;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * Which past is asked for: {@code asOf} is the effective day, {@code recordedAsOf} what was known then.
 *
 * <p>A day is one of the installation's zone and counts to its end; an instant is in UTC. Neither lies in the future.
 * {@code recordedAsOf} alone implies the same {@code asOf}. What has no effective day answers {@code asOf} as what was
 * recorded then.
 */
public record Past(
        @Nullable LocalDate effectiveOn, @Nullable Instant recordedBy) {

    public static final Past PRESENT = new Past(null, null);

    /** What is wrong with what is asked is noted there. */
    public static Past of(Asked asked, boolean hasEffectiveDays, Clock clock, ZoneId zone) {
        Instant recorded = end(asked, Parameters.RECORDED_AS_OF, clock, zone);
        Instant asOf = end(asked, Parameters.AS_OF, clock, zone);
        if (!hasEffectiveDays) {
            return new Past(null, recorded == null ? asOf : recorded);
        }
        Instant day = asOf == null ? recorded : asOf;
        return new Past(day == null ? null : LocalDate.ofInstant(day, zone), recorded);
    }

    /** The same with a day, where none is asked for. */
    Past onSomeDay(LocalDate day) {
        return effectiveOn == null ? new Past(day, recordedBy) : this;
    }

    /** The time of what was recorded, as SQL; null for now. */
    public Query at() {
        return Query.of("cast(? as timestamptz)", recordedBy);
    }

    private static @Nullable Instant end(Asked asked, String name, Clock clock, ZoneId zone) {
        String text = asked.one(name, String.class).orElse(null);
        if (text == null) {
            return null;
        }
        try {
            Instant now = clock.instant();
            if (text.contains("T")) {
                Instant instant = sane(Instant.parse(text));
                if (instant.isAfter(now)) {
                    asked.fault(name, "future", "'%s' has not come yet.".formatted(text));
                }
                return instant;
            }
            LocalDate day = LocalDate.parse(text);
            sane(day.atStartOfDay(zone).toInstant());
            if (day.isAfter(LocalDate.ofInstant(now, zone))) {
                asked.fault(name, "future", "The day %s has not come yet in %s.".formatted(text, zone));
            }
            return day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            asked.fault(
                    name,
                    "form",
                    "'%s' is no day such as 2012-12-31 and no instant such as 2012-12-31T12:00:00Z."
                            .formatted(Asked.shown(text)));
            return null;
        }
    }

    /** A database knows no year beyond a few thousands. */
    private static Instant sane(Instant instant) {
        if (instant.isBefore(Instant.parse("0001-01-02T00:00:00Z"))
                || instant.isAfter(Instant.parse("9999-12-30T00:00:00Z"))) {
            throw new DateTimeException("out of range");
        }
        return instant;
    }
}
