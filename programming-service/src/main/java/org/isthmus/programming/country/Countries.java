package org.isthmus.programming.country;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.region.Regions;

/** All countries: how they are kept and found, and which codes there are. */
@ApplicationScoped
public class Countries implements PanacheRepositoryBase<Country, UUID>, Reconciled {

    /** The values that a filter of countries takes. */
    public static final Known CODES = Known.in(Known.COUNTRY, "country_view", "reference");

    private static final Known INSTRUMENTS = new Known(
            "instrument under which a country is eligible, such as ENPI",
            any -> Query.of("select from country_view where value = any (instruments)"));

    private static final Known PRIORITIES = Known.of("kind of priority", CountryContent.Kind.class);

    // formatter:off
    static final ViewTable<Country> VIEWS = ViewTable.<Country>of("country", "/v1/countries", CountryView.class)
            .cell("id", "/id")
            .reference(country -> country.content().code(), "ISO 3166-1 alpha-2.").filter("code").known(CODES).sort("code").defaultSort("code").cell("code", "/code")
            .column("name", Type.COLLATED, country -> country.content().name().any(), "Name.").sort().text("name", "/name")
            .column("region", Type.COLLATED, country -> country.content().region(), "Code of the region.").filter().known(Regions.WRITINGS).facet().sort().csv()
            .column("instruments", Type.TEXTS, country -> Given.words(country.content().instruments(), CountryContent.Instrument::instrument), "Instrument under which it is eligible.").filter("instrument").known(INSTRUMENTS).facet().cell("instruments", "/instruments/*/instrument")
            .column("priorities", Type.TEXTS, country -> Given.words(country.content().priorities(), priority -> priority.kind().name()), "Kind of priority.").filter("priority").known(PRIORITIES).facet();
    // formatter:on

    private final Aggregates<Country, CountryView> aggregates;

    Countries(Store store) {
        aggregates = store.aggregates(this, VIEWS, one -> new CountryView(one.id(), one.version(), one.content()))
                .writtenAs(Country::content);
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of(
                "programming.countries",
                "country",
                "select id as key, id, version, reference as name, reference as code, region from country_view",
                "code",
                "region"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return aggregates.tellAgain(keys);
    }

    Aggregates<Country, CountryView> all() {
        return aggregates;
    }

    /** The region of each of the codes that stands for a known country. */
    public Map<String, String> regions(Collection<String> codes) {
        return aggregates.texts("region", codes);
    }
}
