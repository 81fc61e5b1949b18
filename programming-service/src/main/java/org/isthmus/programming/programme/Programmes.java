package org.isthmus.programming.programme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.jspecify.annotations.Nullable;

/** All programmes: how they are kept and found. */
@ApplicationScoped
class Programmes implements PanacheRepositoryBase<Programme, UUID>, Reconciled {

    // formatter:off
    static final ViewTable<Programme> VIEWS = ViewTable.<Programme>of("programme", "/v1/programmes", ProgrammeView.class)
            .cell("id", "/id")
            .reference(Programme::code, "Its code.").filter("code").sort("code").cell("code", "/code")
            .column("title", Type.COLLATED, programme -> programme.content().title().any(), "Title.").sort().text("title", "/title")
            .column("start_on", Type.DATE, programme -> programme.content().period().start().first(), "First day.").sort("start").defaultSort("start")
            .cell("start", "/period/start").cell("end", "/period/end")
            .column("predecessor", Type.TEXT, Programmes::predecessor, "Code of the programme before it.").optional().filter().known(ProgrammeRegister.CODES).cell("predecessor", "/predecessor/code")
            .cell("successor", "/successor/code").cell("strands", "/strands/*", "code", "share");
    // formatter:on

    private final Aggregates<Programme, ProgrammeView> aggregates;

    Programmes(Store store) {
        aggregates = store.aggregates(this, VIEWS, ProgrammeView::of).writtenAs(Programme::content);
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of("programming.programmes", "programme", """
                        select p.id as key, p.id, p.version, p.reference as name, p.reference as code,
                               (select string_agg(s.code, ',' order by s.code collate "C")
                                  from strand_view s where s.programme = p.reference) as strands
                          from programme_view p
                        """, "code", "strands"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return aggregates.tellAgain(keys);
    }

    Aggregates<Programme, ProgrammeView> all() {
        return aggregates;
    }

    /**
     * Holds all programmes until the transaction ends: a change of one may change its neighbours in the chain.
     *
     * <p>They change a few times a year, so nobody waits; readers never do.
     */
    void hold() {
        getEntityManager()
                .createNativeQuery("lock table programme in share row exclusive mode")
                .executeUpdate();
    }

    Optional<Programme> findByCode(String code) {
        return find("code", code).firstResultOptional();
    }

    private static @Nullable String predecessor(Programme programme) {
        Programme.Link predecessor = programme.predecessor();
        return predecessor == null ? null : predecessor.code();
    }
}
