package org.isthmus.funding.attribution;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a project's or an action's money belong to what. The parts always add up to the whole.
 *
 * <p>One alone has all of it. Several without shares, or with shares that are not 100 together, have none: nobody knows,
 * and a guess would look like a fact. Only countries that benefit count, not those where something merely takes place.
 */
final class Shares {

    static final BigDecimal WHOLE = new BigDecimal("100.0000");

    private static final Set<String> BENEFIT = Set.of("BENEFICIARY", "PILOT");

    private Shares() {}

    static List<Part> strands(List<Share> strands) {
        return parts(strands, Dimension.STRAND);
    }

    static List<Part> countries(List<Share> countries) {
        List<Share> benefiting = countries.stream()
                .filter(country -> country.role() == null || BENEFIT.contains(country.role()))
                .toList();
        return parts(benefiting, Dimension.COUNTRY);
    }

    static List<Part> programme(@Nullable String code) {
        return code == null ? List.of(Part.none("no programme")) : List.of(Part.of(code, WHOLE));
    }

    private static List<Part> parts(List<Share> shares, Dimension dimension) {
        Map<String, BigDecimal> byCode = new LinkedHashMap<>();
        for (Share share : shares) {
            // a share of 0 is said, not unknown: a secondary strand, say
            if (share.share() == null || share.share().signum() != 0) {
                byCode.merge(share.code(), share.share() == null ? BigDecimal.ZERO : share.share(), BigDecimal::add);
            }
        }
        if (byCode.isEmpty()) {
            return List.of(Part.none("no " + dimension.words()));
        }
        if (byCode.size() == 1) {
            return List.of(Part.of(byCode.keySet().iterator().next(), WHOLE));
        }
        BigDecimal sum = byCode.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        boolean known = shares.stream().allMatch(share -> share.share() != null)
                && byCode.values().stream().allMatch(share -> share.signum() > 0);
        if (!known || sum.compareTo(WHOLE) != 0) {
            return List.of(Part.none(dimension.words() + " shares unknown"));
        }
        return byCode.entrySet().stream()
                .map(share -> Part.of(share.getKey(), share.getValue()))
                .toList();
    }
}
