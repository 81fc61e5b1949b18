package org.isthmus.projects.values;

import java.util.List;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.kit.report.InferredAttribution.RegionOf;

/**
 * To which strands, countries, regions and years the money of a project belongs, as far as its sources say it.
 *
 * <p>Strands without shares that make up the whole leave all of it to the first, the primary one. Only countries that
 * benefit count; one alone has all of it. Where none has a known share, the only region that is named has all of it.
 */
public final class ProjectAttribution {

    private ProjectAttribution() {}

    public static Attribution of(
            List<StrandShare> strands,
            List<CountryShare> countries,
            List<String> regions,
            RegionOf regionOf,
            Years years) {
        return years.in(InferredAttribution.of(
                        named(strands),
                        countries.stream()
                                .map(country -> new Named(
                                        country.code(),
                                        country.share(),
                                        country.role().name()))
                                .toList(),
                        regions,
                        regionOf)
                .told());
    }

    private static List<Named> named(List<StrandShare> strands) {
        boolean isShared = strands.stream().allMatch(strand -> strand.share() != null);
        return strands.stream()
                .limit(isShared ? strands.size() : 1)
                .map(strand -> new Named(strand.code(), isShared ? strand.share() : null, null))
                .toList();
    }
}
