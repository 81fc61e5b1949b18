package org.isthmus.projects.values;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;

/** Rules for parts of a whole in per cent, as sources print them. */
final class Shares {

    static final String WORDS =
            "Per cent as printed, at most four decimals. Below 100 together the rest belongs to none; above it by more"
                    + " than rounding explains they are refused.";

    private Shares() {}

    static void check(String pointer, List<? extends @Nullable BigDecimal> shares, Faults faults) {
        PrintedShares.check(pointer, shares, faults);
    }

    static void checkDistinct(String pointer, List<?> keys, Faults faults) {
        Set<Object> seen = new HashSet<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!seen.add(keys.get(i))) {
                faults.add(pointer + "/" + i, "named-twice", "%s is named before.".formatted(keys.get(i)));
            }
        }
    }

    /** Of those who take part together the shares make at most the whole; at another time a country may have another. */
    static void checkByTime(String pointer, List<CountryShare> countries, Faults faults) {
        new CountriesByTime(countries, null)
                .sets().stream()
                        .map(together ->
                                together.stream().map(CountryShare::share).toList())
                        .distinct()
                        .forEach(shares -> check(pointer, shares, faults));
        for (int i = 0; i < countries.size(); i++) {
            CountryShare country = countries.get(i);
            faults.require(
                    countries.subList(0, i).stream().noneMatch(before -> isSame(before, country)),
                    pointer + "/" + i,
                    "named-twice",
                    "%s as %s is named before.".formatted(country.code(), country.role()));
        }
    }

    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    private static boolean isSame(CountryShare one, CountryShare other) {
        return one.code() != null
                && one.code().equals(other.code())
                && one.role() == other.role()
                && !isBefore(one, other)
                && !isBefore(other, one);
    }

    private static boolean isBefore(CountryShare one, CountryShare other) {
        return one.to() != null
                && other.from() != null
                && one.to().last().isBefore(other.from().first());
    }

    /** Four decimals, so that "100" equals "100.0000". */
    static @Nullable BigDecimal scaled(@Nullable BigDecimal share) {
        return share == null ? null : share.setScale(4);
    }
}
