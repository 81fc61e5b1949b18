package org.isthmus.programming.workprogramme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.country.Countries;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.values.Share;
import org.isthmus.programming.workflow.DocumentStatus;
import org.jspecify.annotations.Nullable;

/** All work programmes: how they are kept and found. */
@ApplicationScoped
class WorkProgrammes implements PanacheRepositoryBase<WorkProgramme, UUID>, Reconciled {

    private static final Known PARTS = new Known(
            "part of a year that a work programme has",
            rows -> Query.of("select from work_programme_view where cast(part as text) = value and ")
                    .add(rows.condition()));

    // formatter:off
    static final ViewTable<WorkProgramme> VIEWS = ViewTable.<WorkProgramme>of("work-programme", "/v1/work-programmes", WorkProgrammeView.class)
            .visible(programme -> programme.workflow().status().isPublic())
            .cell("id", "/id")
            .reference(programme -> programme.heading().reference(), "Its reference.").csv()
            .column("programme", Type.TEXT, programme -> programme.heading().programmeCode(), "Code of the programme.").filter().known(ProgrammeRegister.CODES).facet().csv()
            .column("indicative_programme", Type.TEXT, programme -> programme.heading().indicativeProgrammeReference(), "Reference of the indicative programme.").filter("indicativeProgramme").known(Known.visibleIn("indicative programme", "indicative_programme_view"))
            .cell("indicativeProgramme", "/indicativeProgramme/reference")
            .column("year", Type.YEAR, programme -> programme.heading().year(), "Budget year.").filter().facet().sort().csv()
            .from("yearFrom", "Of this budget year or later.").until("yearTo", "Of this budget year or earlier.")
            .column("part", Type.INTEGER, programme -> programme.heading().part(), "Which part of the year.").optional().filter().known(PARTS).sort().csv()
            .column("title", Type.COLLATED, programme -> programme.heading().title().any(), "Title.").sort().text("title", "/title")
            .column("status", DocumentStatus.class, programme -> programme.workflow().status(), "Status.").filter().facet().csv().ofVersions("status")
            .column("edition", Type.INTEGER, WorkProgramme::edition, "Which adopted text it is.").csv().ofVersions("edition")
            .column("reason", Type.TEXT, WorkProgrammes::reason, "Why it was amended or withdrawn.").optional().ofVersions("reason")
            .column("amendment_withdrawn", Type.TEXT, programme -> programme.amendments().withdrawn(), "Why the amendment before it was given up.").optional().ofVersionsForOfficials("amendmentWithdrawnBecause")
            .column("amendment_withdrawn_on", Type.DATE, programme -> programme.amendments().withdrawnOn(), "Day on which the amendment before it was given up.").optional().ofVersionsForOfficials("amendmentWithdrawnOn")
            .cell("financingDecision", "/adoption/financingDecision").cell("decidedOn", "/adoption/date")
            .column("total", Type.NUMBER, programme -> programme.total().amount(), "Total in euros.").sort().from("totalFrom", "Total in euros, at least.").until("totalTo", "Total in euros, at most.")
            .cell("total", "/total/amount").cell("currency", "/total/currency").cell("actions", "/actions/*/reference")
            .column("strands", Type.TEXTS, programme -> codes(programme, Action::strands), "Code of the strand.").filter("strand").known(ProgrammeRegister.STRANDS).facet()
            .column("countries", Type.TEXTS, programme -> codes(programme, Action::countries), "Country, ISO 3166-1 alpha-2.").filter("country").known(Countries.CODES).facet();
    // formatter:on

    private final Aggregates<WorkProgramme, WorkProgrammeView> aggregates;

    WorkProgrammes(Store store) {
        aggregates = store.aggregates(this, VIEWS, WorkProgrammeView::of).writtenAs(WorkProgramme::content);
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.withoutVersion(
                        "programming.work-programmes", "work_programme", """
                        select w.id as key, cast(a ->> 'id' as uuid) as id, a ->> 'reference' as name,
                               a ->> 'reference' as reference, w.programme_code as programme,
                               coalesce(cast(a #>> '{indicativeAmount,amount}' as numeric), 0) as amount
                          from work_programme w cross join lateral jsonb_array_elements(w.actions) a
                         where w.workflow ->> 'status' in ('ADOPTED', 'CLOSED')
                        """, "reference", "programme")
                .amounts("amount"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return find("id in ?1 order by id", keys).withLock(LockModeType.PESSIMISTIC_WRITE).stream()
                .map(WorkProgramme::standing)
                .toList();
    }

    Aggregates<WorkProgramme, WorkProgrammeView> all() {
        return aggregates;
    }

    Optional<WorkProgramme> findLocked(UUID id) {
        return findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The other work programme that stands for the same year and part, if there is one. */
    Optional<WorkProgramme> findTwin(UUID id, UUID indicativeProgrammeId, int year, @Nullable Integer part) {
        return find("heading.indicativeProgrammeId = ?1 and heading.year = ?2", indicativeProgrammeId, year).stream()
                .filter(other -> !other.id().equals(id) && other.isStandingFor(part))
                .findFirst();
    }

    /** What the other adopted work programmes under the same indicative programme take. */
    List<AdoptionRules.Sibling> adoptedBeside(WorkProgramme programme) {
        return find("heading.indicativeProgrammeId", programme.heading().indicativeProgrammeId()).stream()
                .filter(other -> !other.id().equals(programme.id())
                        && other.workflow().status().isPublic())
                .map(other -> new AdoptionRules.Sibling(other.heading().year(), other.actions()))
                .toList();
    }

    private static @Nullable String reason(WorkProgramme programme) {
        return programme.amendments().inForce().isEmpty()
                ? programme.workflow().withdrawnBecause()
                : programme.amendments().inForce().getLast().reason();
    }

    private static List<String> codes(WorkProgramme programme, Function<Action, Collection<Share>> shares) {
        return programme.actions().stream()
                .flatMap(action -> shares.apply(action).stream())
                .map(Share::code)
                .distinct()
                .toList();
    }
}
