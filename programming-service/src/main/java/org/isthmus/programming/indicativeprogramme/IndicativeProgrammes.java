package org.isthmus.programming.indicativeprogramme;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.strategypaper.StrategyPaperRegister;
import org.isthmus.programming.workflow.DocumentStatus;

/** All indicative programmes: how they are kept and found. */
@ApplicationScoped
class IndicativeProgrammes implements PanacheRepositoryBase<IndicativeProgramme, UUID> {

    // formatter:off
    static final ViewTable<IndicativeProgramme> VIEWS = ViewTable.<IndicativeProgramme>of("indicative-programme", "/v1/indicative-programmes", IndicativeProgrammeView.class)
            .visible(programme -> programme.workflow().status().isPublic())
            .cell("id", "/id")
            .reference(IndicativeProgramme::reference, "Its reference.").csv()
            .column("programme", Type.TEXT, IndicativeProgramme::programmeCode, "Code of the programme.").filter().known(ProgrammeRegister.CODES).facet().csv()
            .column("strategy_paper", Type.TEXT, programme -> programme.content().strategyPaperReference(), "Reference of the strategy paper.").filter("strategyPaper").known(StrategyPaperRegister.REFERENCES)
            .cell("strategyPaper", "/strategyPaper/reference")
            .column("title", Type.COLLATED, programme -> programme.content().title().any(), "Title.").sort().text("title", "/title")
            .column("start_on", Type.DATE, programme -> programme.content().period().start().first(), "First day.").sort("start")
            .from("startFrom", "Begins on that day or later.").until("startTo", "Begins on that day or earlier.")
            .cell("start", "/period/start").cell("end", "/period/end")
            .column("status", DocumentStatus.class, programme -> programme.workflow().status(), "Status.").filter().facet().csv()
            .column("historical", Type.BOOLEAN, programme -> programme.workflow().isHistorical(), "Whether it is of the past, known from a document.").filter()
            .cell("decision", "/adoption/decision").cell("decidedOn", "/adoption/date").cell("priorities", "/priorities/*/code");
    // formatter:on

    private final Aggregates<IndicativeProgramme, IndicativeProgrammeView> aggregates;

    IndicativeProgrammes(Store store) {
        aggregates = store.aggregates(this, VIEWS, IndicativeProgrammeView::of).writtenAs(IndicativeProgramme::content);
    }

    Aggregates<IndicativeProgramme, IndicativeProgrammeView> all() {
        return aggregates;
    }

    Optional<IndicativeProgramme> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }
}
