package org.isthmus.projects.values;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attribution.RunningYears;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The calendar years in which a project ran, as far as that is known: all from the first to the last.
 *
 * <p>An end that is open or unknown is as far as the project is known to have run: until the latest day of a source or of
 * a dated change of its status, and until today where its status was entered by an act. Of one that has an end, but no
 * start, that one year is known.
 */
public record Years(@Nullable Integer first, @Nullable Integer last, End end, boolean runsOn, boolean isStartKnown) {

    private static final int EARLIEST = 1900;
    private static final int LATEST = 2100;

    /** What is known of the end: a date, that it is open, or nothing. */
    public enum End {
        KNOWN,
        OPEN,
        UNKNOWN
    }

    /**
     * @param told the days of sources and acts that tell of it as running, or of its end
     * @param untilToday today, where its status says that it still runs
     */
    public static Years of(@Nullable Period period, Collection<PartialDate> told, @Nullable LocalDate untilToday) {
        PartialDate start = period == null ? null : period.start();
        PartialDate end = period == null ? null : period.end();
        End known = end != null ? End.KNOWN : period != null && period.isOngoing() ? End.OPEN : End.UNKNOWN;
        if (period == null || (start == null && end == null)) {
            return new Years(null, null, known, false, false);
        }
        int first = Objects.requireNonNull(start == null ? end : start).year();
        if (end != null) {
            return new Years(first, end.year(), known, false, start != null);
        }
        int seen = told.stream().mapToInt(PartialDate::year).max().orElse(first);
        int last = untilToday == null ? seen : Math.max(seen, untilToday.getYear());
        return new Years(first, Math.max(first, last), known, untilToday != null, true);
    }

    /** What others are told of them: the first has the money, as far as it is the start. */
    public Attribution in(Attribution attribution) {
        return attribution.in(
                first == null || last == null ? null : new RunningYears(first, last, runsOn),
                isStartKnown ? null : "year unknown");
    }

    /** Each of them, as far as lists know years. */
    public List<Integer> named() {
        return first == null || last == null
                ? List.of()
                : IntStream.rangeClosed(Math.max(first, EARLIEST), Math.min(last, LATEST))
                        .boxed()
                        .toList();
    }
}
