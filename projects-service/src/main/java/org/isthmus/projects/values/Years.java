package org.isthmus.projects.values;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.isthmus.kit.sources.Source;
import org.isthmus.kit.time.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The calendar years in which a project ran, as far as that is known.
 *
 * <p>An open end reaches into any later year for a search by range. Named year by year it counts only as far as the
 * sources saw it running; an unknown end counts for the first year alone.
 */
public record Years(@Nullable Integer first, @Nullable Integer last, List<Integer> named) {

    static final int OPEN = 9999;
    private static final int LONGEST = 100;

    public static Years of(@Nullable Period period, Collection<Source> sources) {
        if (period == null || (period.start() == null && period.end() == null)) {
            return new Years(null, null, List.of());
        }
        int first = Objects.requireNonNull(period.start() == null ? period.end() : period.start())
                .year();
        if (period.end() != null) {
            return new Years(
                    first, period.end().year(), names(first, period.end().year()));
        }
        return period.isOngoing()
                ? new Years(first, OPEN, names(first, Math.max(first, lastSeen(period, sources))))
                : new Years(first, first, names(first, first));
    }

    private static int lastSeen(Period period, Collection<Source> sources) {
        return Stream.concat(period.figures().stream().map(Period.Figure::source), sources.stream())
                .map(Source::asOf)
                .filter(Objects::nonNull)
                .mapToInt(PartialDate::year)
                .max()
                .orElse(0);
    }

    private static List<Integer> names(int first, int last) {
        return last - first > LONGEST
                ? List.of(first, last)
                : IntStream.rangeClosed(first, last).boxed().toList();
    }
}
