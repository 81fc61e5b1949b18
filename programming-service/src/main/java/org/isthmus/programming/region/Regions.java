package org.isthmus.programming.region;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** All regions: how they are kept and found, and which code a writing stands for. */
@ApplicationScoped
public class Regions implements PanacheRepositoryBase<Region, UUID>, Reconciled {

    /** The values that a filter of regions takes: each writing of one. */
    public static final Known WRITINGS = new Known(
            "code of a region, such as ENPI East, or another writing or a title of it",
            any -> Query.of("select from region_view where reference = region_code(value)"),
            "region_codes");

    private static final Known CODES = Known.in("code of a region, such as ENPI East", "region_view", "reference");

    // formatter:off
    static final ViewTable<Region> VIEWS = ViewTable.<Region>of("region", "/v1/regions", RegionView.class)
            .cell("id", "/id")
            .reference(region -> region.content().code(), "Its code.").filter("code").known(CODES).sort("code").defaultSort("code").cell("code", "/code")
            .column("title", Type.COLLATED, region -> region.content().title().any(), "Title.").sort().text("title", "/title")
            .column("parent", Type.TEXT, region -> region.content().parentCode(), "Code of the region that it is a part of.").optional().filter().known(WRITINGS).facet().csv()
            .column("also_written", Type.TEXTS, region -> region.content().alsoWritten(), "How sources write it too.").filter("alsoWritten").cell("alsoWritten", "/alsoWritten/*")
            .column("titles", Type.TEXTS, region -> Text.allOf(region.content().title()), "Title in each language.");
    // formatter:on

    private final Aggregates<Region, RegionView> aggregates;

    Regions(Store store) {
        aggregates = store.aggregates(this, VIEWS, RegionView::of).writtenAs(Region::content);
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of(
                "programming.regions",
                "region",
                "select id as key, id, version, reference as name, reference as code, parent from region_view",
                "code",
                "parent"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return aggregates.tellAgain(keys);
    }

    Aggregates<Region, RegionView> all() {
        return aggregates;
    }

    /**
     * Holds all regions until the transaction ends: their codes and writings are one vocabulary, their parents one tree.
     *
     * <p>They change a few times a year, so nobody waits; readers never do.
     */
    List<RegionContent> hold() {
        getEntityManager()
                .createNativeQuery("lock table region in share row exclusive mode")
                .executeUpdate();
        return contents();
    }

    /** Which code each writing stands for; a writing that no region has stands for itself. */
    public UnaryOperator<String> codes() {
        Writings writings = Writings.of(contents());
        return written -> writings.find(written).orElse(written);
    }

    /** What is wrong with a code: nothing, also where there is none, that no region has it, or that it is written otherwise. */
    public List<Fault> unknown(@Nullable String code, String pointer) {
        if (code == null) {
            return List.of();
        }
        Optional<String> written = Writings.of(contents()).find(code);
        if (written.filter(code::equals).isPresent()) {
            return List.of();
        }
        return List.of(Fault.at(
                pointer,
                "region-unknown",
                written.map(known -> "'%s' is '%s' here.".formatted(code, known))
                        .orElseGet(() -> "There is no region '%s'.".formatted(code))));
    }

    List<RegionContent> contents() {
        List<RegionContent> contents = new ArrayList<>();
        listAll().forEach(region -> contents.add(region.content()));
        return contents;
    }
}
