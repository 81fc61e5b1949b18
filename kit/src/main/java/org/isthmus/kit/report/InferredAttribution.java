package org.isthmus.kit.report;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.isthmus.kit.report.Attribution.Part;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;

/**
 * Which shares of its money belong to what, for a project or an action whose owner does not tell its attribution.
 *
 * <p>One alone without a share has all of it. Several have their printed shares, and what these leave of 100 belongs to none;
 * several without shares have none: nobody knows, and a guess would look like a fact; a region that all of them are in has
 * all of it. Only countries that benefit count.
 */
public final class InferredAttribution {

    private static final Set<String> BENEFIT = Set.of("BENEFICIARY", "PILOT");

    /** A strand or a country as its owner names it; the share is in per cent. */
    public record Named(
            String code,
            @Nullable BigDecimal share,
            @Nullable String role) {}

    /** In which region a country is; null where nobody knows. */
    public interface RegionOf {
        @Nullable
        String find(String country);
    }

    private InferredAttribution() {}

    /** @param namedRegions the codes of the regions that are named beside the countries */
    public static Attribution of(List<Named> strands, List<Named> named, List<String> namedRegions, RegionOf regionOf) {
        Attribution inferred = of(strands, named, regionOf);
        boolean isPlaced = !isEmpty(inferred.countries()) || !isEmpty(inferred.regions());
        if (isPlaced || namedRegions.isEmpty()) {
            return inferred;
        }
        List<Part> only = namedRegions.size() == 1
                ? List.of(new Part(namedRegions.getFirst(), PrintedShares.WHOLE, null))
                : List.of();
        Map<String, String> reasons = new HashMap<>(Objects.requireNonNull(inferred.notAttributed()));
        reasons.put("regions", "region shares unknown");
        return new Attribution(inferred.strands(), inferred.countries(), only, null, reasons);
    }

    private static boolean isEmpty(@Nullable List<?> parts) {
        return parts == null || parts.isEmpty();
    }

    public static Attribution of(List<Named> strands, List<Named> named, RegionOf regionOf) {
        List<Named> benefiting = named.stream()
                .filter(country -> country.role() == null || BENEFIT.contains(country.role()))
                .toList();
        Map<String, String> reasons = new HashMap<>();
        List<Part> ofStrands = parts(strands, "strand", code -> null, reasons);
        List<Part> ofCountries = parts(benefiting, "country", regionOf, reasons);
        if (benefiting.isEmpty() && !named.isEmpty()) {
            reasons.put("countries", "no country benefits by name");
        }
        List<String> regions = ofCountries.isEmpty() ? regions(benefiting, regionOf) : List.of();
        reasons.put("regions", benefiting.isEmpty() ? "no region" : "region unknown");
        if (ofCountries.isEmpty() && benefiting.size() > 1 && regions.size() > 1) {
            reasons.put("regions", "region shares unknown");
        }
        return new Attribution(
                ofStrands,
                ofCountries,
                regions.size() == 1 ? List.of(new Part(regions.getFirst(), PrintedShares.WHOLE, null)) : List.of(),
                null,
                reasons);
    }

    /** The regions of several countries; empty where one of them is in none. */
    private static List<String> regions(List<Named> countries, RegionOf regionOf) {
        List<@Nullable String> regions = countries.stream()
                .<@Nullable String>map(country -> regionOf.find(country.code()))
                .distinct()
                .toList();
        return regions.stream().anyMatch(Objects::isNull)
                ? List.of()
                : regions.stream().map(Objects::requireNonNull).toList();
    }

    private static List<Part> parts(List<Named> shares, String noun, RegionOf regionOf, Map<String, String> reasons) {
        Map<String, BigDecimal> byCode = new LinkedHashMap<>();
        for (Named share : shares) {
            // a share of 0 is said, not unknown: a secondary strand, say
            if (share.share() == null || share.share().signum() != 0) {
                byCode.merge(share.code(), share.share() == null ? BigDecimal.ZERO : share.share(), BigDecimal::add);
            }
        }
        String list = noun.equals("strand") ? "strands" : "countries";
        if (byCode.isEmpty()) {
            reasons.put(list, "no " + noun);
            return List.of();
        }
        boolean isAlone = byCode.size() == 1 && byCode.containsValue(BigDecimal.ZERO);
        boolean isKnown = shares.stream().allMatch(share -> share.share() != null);
        if (!isAlone && !isKnown) {
            reasons.put(list, noun + " shares unknown");
            return List.of();
        }
        List<BigDecimal> parts =
                isAlone ? List.of(PrintedShares.WHOLE) : PrintedShares.parts(List.copyOf(byCode.values()));
        reasons.put(list, "printed %s shares add up to less than 100".formatted(noun));
        Iterator<BigDecimal> part = parts.iterator();
        return byCode.keySet().stream()
                .map(code -> new Part(code, part.next(), regionOf.find(code)))
                .toList();
    }
}
