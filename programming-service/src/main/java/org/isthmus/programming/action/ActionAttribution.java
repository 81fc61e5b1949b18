package org.isthmus.programming.action;

import java.util.List;
import java.util.function.UnaryOperator;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.InferredAttribution;
import org.isthmus.kit.report.InferredAttribution.Named;
import org.isthmus.kit.report.InferredAttribution.RegionOf;
import org.isthmus.programming.values.Share;

/**
 * To which strands, countries and regions the money of an action belongs, as far as its text says it.
 *
 * <p>Countries say their region. Where no country has a known share, the only region that the text names has all of it.
 */
final class ActionAttribution {

    private ActionAttribution() {}

    static Attribution of(ActionContent action, RegionOf regionOf, UnaryOperator<String> codeOf) {
        List<String> regions = action.regions().stream().map(codeOf).distinct().toList();
        return InferredAttribution.of(named(action.strands()), named(action.countries()), regions, regionOf)
                .told();
    }

    private static List<Named> named(List<Share> shares) {
        return shares.stream()
                .map(share -> new Named(share.code(), share.share(), null))
                .toList();
    }
}
