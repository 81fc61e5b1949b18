package org.isthmus.programming.strategypaper;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.programming.programme.ProgrammeRegister;
import org.isthmus.programming.workflow.DocumentStatus;

/** All strategy papers: how they are kept and found. */
@ApplicationScoped
class StrategyPapers implements PanacheRepositoryBase<StrategyPaper, UUID> {

    // formatter:off
    static final ViewTable<StrategyPaper> VIEWS = ViewTable.<StrategyPaper>of("strategy-paper", "/v1/strategy-papers", StrategyPaperView.class)
            .visible(paper -> paper.workflow().status().isPublic())
            .cell("id", "/id")
            .reference(StrategyPaper::reference, "Its reference.").csv()
            .column("programme", Type.TEXT, paper -> paper.content().programmeCode(), "Code of the programme.").filter().known(ProgrammeRegister.CODES).facet().cell("programme", "/programme/code")
            .column("title", Type.COLLATED, paper -> paper.content().title().any(), "Title.").sort().text("title", "/title")
            .column("start_on", Type.DATE, paper -> paper.content().period().start().first(), "First day.").sort("start")
            .from("startFrom", "Begins on that day or later.").until("startTo", "Begins on that day or earlier.")
            .column("end_on", Type.DATE, paper -> paper.content().period().end().last(), "Last day.").sort("end")
            .cell("start", "/period/start").cell("end", "/period/end")
            .column("status", DocumentStatus.class, paper -> paper.workflow().status(), "Status.").filter().facet().csv()
            .column("historical", Type.BOOLEAN, paper -> paper.workflow().isHistorical(), "Whether it is of the past, known from a document.").filter()
            .cell("decision", "/adoption/decision").cell("decidedOn", "/adoption/date");
    // formatter:on

    private final Aggregates<StrategyPaper, StrategyPaperView> aggregates;

    StrategyPapers(Store store) {
        aggregates = store.aggregates(this, VIEWS, StrategyPaperView::of).writtenAs(StrategyPaper::content);
    }

    Aggregates<StrategyPaper, StrategyPaperView> all() {
        return aggregates;
    }

    Optional<StrategyPaper> findByReference(String reference) {
        return find("reference", reference).firstResultOptional();
    }
}
