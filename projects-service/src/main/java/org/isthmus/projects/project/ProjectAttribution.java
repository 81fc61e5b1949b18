package org.isthmus.projects.project;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attribution.Earlier;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.kit.report.InferredAttribution.RegionOf;
import org.isthmus.projects.values.CountriesByTime;
import org.isthmus.projects.values.CountryShare;
import org.isthmus.projects.values.StrandShare;
import org.isthmus.projects.values.Years;

/**
 * To which strands, countries, regions and years the money of a project belongs, as far as its sources say it.
 *
 * <p>Strands without shares that make up the whole leave all of it to the first, the primary one. Only countries that
 * benefit count, and only while they take part; one alone has all of it. Where none has a known share, the only region that
 * is named has all of it.
 */
final class ProjectAttribution {

    private ProjectAttribution() {}

    static Attribution of(
            List<StrandShare> strands,
            CountriesByTime countries,
            List<String> regions,
            RegionOf regionOf,
            Years years) {
        List<Earlier> earlier = new ArrayList<>();
        for (LocalDate day : countries.lastDays()) {
            earlier.add(
                    of(strands, countries.on(day), countries, regions, regionOf).until(day));
        }
        return years.in(of(strands, countries.atLast(), countries, regions, regionOf))
                .after(earlier);
    }

    private static Attribution of(
            List<StrandShare> strands,
            List<CountryShare> taking,
            CountriesByTime countries,
            List<String> regions,
            RegionOf regionOf) {
        Attribution told = InferredAttribution.of(
                        named(strands),
                        taking.stream()
                                .map(country -> new Named(
                                        country.code(),
                                        country.share(),
                                        country.role().name()))
                                .toList(),
                        regions,
                        regionOf)
                .told();
        if (!taking.isEmpty() || countries.all().isEmpty()) {
            return told;
        }
        Map<String, String> reasons = new TreeMap<>(Objects.requireNonNull(told.notAttributed()));
        reasons.put("countries", "no country takes part at the time");
        return new Attribution(told.strands(), told.countries(), told.regions(), told.years(), reasons);
    }

    private static List<Named> named(List<StrandShare> strands) {
        boolean isShared = strands.stream().allMatch(strand -> strand.share() != null);
        return strands.stream()
                .limit(isShared ? strands.size() : 1)
                .map(strand -> new Named(strand.code(), isShared ? strand.share() : null, null))
                .toList();
    }
}
