package org.isthmus.programming.action;

import java.util.List;
import java.util.function.UnaryOperator;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.kit.report.InferredAttribution.RegionOf;
import org.isthmus.programming.values.Share;
import org.jspecify.annotations.Nullable;

/**
 * To which strands, countries and regions the money of an action belongs, as far as its text says it.
 *
 * <p>Countries say their region. Where no country has a known share, the only region that the text names has all of it.
 */
final class ActionAttribution {

    private ActionAttribution() {}

    static Attribution of(ActionContent action, RegionOf regionOf, UnaryOperator<String> codeOf) {
        Attribution inferred = InferredAttribution.of(named(action.strands()), named(action.countries()), regionOf);
        List<String> regions = action.regions().stream().map(codeOf).distinct().toList();
        boolean isPlaced = !isEmpty(inferred.countries()) || !isEmpty(inferred.regions());
        if (isPlaced || regions.size() != 1) {
            return inferred.told();
        }
        Attribution.Part only = new Attribution.Part(regions.getFirst(), Attribution.WHOLE, null);
        return new Attribution(inferred.strands(), inferred.countries(), List.of(only), inferred.notAttributed())
                .told();
    }

    private static boolean isEmpty(@Nullable List<?> parts) {
        return parts == null || parts.isEmpty();
    }

    private static List<Named> named(List<Share> shares) {
        return shares.stream()
                .map(share -> new Named(share.code(), share.share(), null))
                .toList();
    }
}
