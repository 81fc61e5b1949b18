package org.isthmus.projects.values;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The countries of a project and when each takes part. A date that is known to the year or month alone means all of it; one
 * that does not lie within the project's period is no joining and no leaving.
 */
public record CountriesByTime(
        List<CountryShare> all, @Nullable Period period) {

    /** Before each change the last day of those who took part until then, in order. */
    public List<LocalDate> lastDays() {
        return List.copyOf(new TreeSet<>(all.stream()
                .flatMap(country -> Stream.of(joinedAfter(country), lastDay(country)))
                .flatMap(Stream::ofNullable)
                .toList()));
    }

    public List<CountryShare> on(LocalDate day) {
        return all.stream()
                .filter(country -> {
                    LocalDate before = joinedAfter(country);
                    LocalDate last = lastDay(country);
                    return (before == null || before.isBefore(day)) && (last == null || !last.isBefore(day));
                })
                .toList();
    }

    /** Those who take part after all changes. */
    public List<CountryShare> atLast() {
        List<LocalDate> days = lastDays();
        return days.isEmpty() ? all : on(days.getLast().plusDays(1));
    }

    /** What each set of them is that took part together, each once. */
    List<List<CountryShare>> sets() {
        List<List<CountryShare>> sets = new ArrayList<>();
        lastDays().forEach(day -> sets.add(on(day)));
        sets.add(atLast());
        return sets.stream().distinct().toList();
    }

    private @Nullable LocalDate joinedAfter(CountryShare country) {
        PartialDate start = period == null ? null : period.start();
        PartialDate from = country.from();
        return from == null || start != null && !from.first().isAfter(start.first())
                ? null
                : from.first().minusDays(1);
    }

    private @Nullable LocalDate lastDay(CountryShare country) {
        PartialDate end = period == null ? null : period.end();
        PartialDate to = country.to();
        return to == null || end != null && !to.last().isBefore(end.last()) ? null : to.last();
    }
}
