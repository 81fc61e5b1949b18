package org.isthmus.programming.country;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.programming.region.Regions;

/** All countries: how they are kept and found, and which codes there are. */
@ApplicationScoped
public class Countries implements PanacheRepositoryBase<Country, UUID> {

    /** The values that a filter of countries takes. */
    public static final Known CODES =
            Known.in("country code of ISO 3166-1 alpha-2, such as MD", "country_view", "reference");

    // formatter:off
    static final ViewTable<Country> VIEWS = ViewTable.<Country>of("country", "/v1/countries", CountryView.class)
            .cell("id", "/id")
            .reference(Country::code, "ISO 3166-1 alpha-2.").filter("code").sort("code").defaultSort("code").cell("code", "/code")
            .column("name", Type.COLLATED, country -> country.content().name().any(), "Name.").sort().cell("name", "/name/en")
            .column("region", Type.COLLATED, country -> country.content().region(), "Code of the region.").filter().known(Regions.CODES).facet().sort().csv()
            .column("instruments", Type.TEXTS, Countries::instruments, "Instrument under which it is eligible.").filter("instrument").facet().cell("instruments", "/instruments/*/instrument")
            .column("priorities", Type.TEXTS, Countries::priorities, "Kind of priority.").filter("priority").facet();
    // formatter:on

    private final Aggregates<Country, CountryView> aggregates;

    private final DataSource database;

    Countries(Store store, DataSource database) {
        aggregates = store.aggregates(this, VIEWS, CountryView::of);
        this.database = database;
    }

    Aggregates<Country, CountryView> all() {
        return aggregates;
    }

    /** Those of the codes that stand for a known country. */
    public Set<String> known(Collection<String> codes) {
        return aggregates.known(codes);
    }

    /** The region of each of the codes that stands for a known country. */
    public Map<String, String> regions(Collection<String> codes) {
        return codes.isEmpty()
                ? Map.of()
                : Query.of("select reference, region from country_view where reference = any (?)", codes)
                        .list(database, row -> Map.entry(row.text("reference"), row.text("region")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Set<String> instruments(Country country) {
        return country.content().instruments().stream()
                .map(CountryContent.Instrument::instrument)
                .collect(Collectors.toSet());
    }

    private static Set<String> priorities(Country country) {
        return country.content().priorities().stream()
                .map(priority -> priority.kind().name())
                .collect(Collectors.toSet());
    }
}
