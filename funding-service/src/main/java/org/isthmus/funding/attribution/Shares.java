package org.isthmus.funding.attribution;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.InferredAttribution;
import org.jspecify.annotations.Nullable;

/** Reads what an owner names of a project or an action that does not tell its attribution: {@link InferredAttribution}. */
@ApplicationScoped
class Shares {

    private final EntityManager database;

    Shares(EntityManager database) {
        this.database = database;
    }

    Attribution infer(@Nullable List<Share> strands, @Nullable List<Share> countries) {
        List<String> codes = countries == null
                ? List.of()
                : countries.stream().map(Share::code).toList();
        Map<String, String> regions = codes.isEmpty() ? Map.of() : regions(codes);
        return infer(strands, countries, regions::get);
    }

    /** The regions of countries, as the register of countries tells them. */
    private Map<String, String> regions(Collection<String> codes) {
        List<Tuple> rows = database.unwrap(Session.class)
                .createNativeQuery(
                        "select code, region from country_region where code in (:codes) and recorded_to is null",
                        Tuple.class)
                .setParameterList("codes", codes)
                .getResultList();
        Map<String, String> regions = new HashMap<>();
        rows.forEach(row -> regions.put(row.get(0, String.class), row.get(1, String.class)));
        return regions;
    }

    static Attribution infer(
            @Nullable List<Share> strands, @Nullable List<Share> countries, InferredAttribution.RegionOf regionOf) {
        return InferredAttribution.of(named(strands), named(countries), regionOf);
    }

    private static List<InferredAttribution.Named> named(@Nullable List<Share> shares) {
        return shares == null
                ? List.of()
                : shares.stream()
                        .map(share -> new InferredAttribution.Named(share.code(), share.share(), share.role()))
                        .toList();
    }
}
