package org.isthmus.programming.strategypaper;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.programming.workflow.DocumentStatus;

/** Keeps the representations of strategy papers up to date. */
@ApplicationScoped
class StrategyPaperPages {

    static final String TABLE = "strategy_paper_document";

    static final Listing LISTING = Listing.over(TABLE)
            .answers(StrategyPaperView.class, "listStrategyPapers")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("status", "status", DocumentStatus.class, "Status.")
            .filter(
                    "historical",
                    "historical",
                    Listing.Type.BOOLEAN,
                    "Whether it is of the past, known from a document.")
            .from("startFrom", "start_on", Listing.Type.DATE, "Begins on that day or later.")
            .until("startTo", "start_on", Listing.Type.DATE, "Begins on that day or earlier.")
            .sort("title", "title", Listing.Type.COLLATED)
            .sort("start", "start_on", Listing.Type.DATE)
            .facets("programme", "status")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("programme", "/programme/code")
            .csv("title", "/title/en")
            .csv("start", "/period/start")
            .csv("end", "/period/end")
            .csv("status", "/status")
            .csv("decision", "/adoption/decision")
            .csv("decidedOn", "/adoption/date");

    private final StrategyPapers papers;
    private final Documents documents;

    StrategyPaperPages(StrategyPapers papers, Documents documents) {
        this.papers = papers;
        this.documents = documents;
    }

    StrategyPaperView keep(StrategyPaper paper) {
        papers.flush();
        StrategyPaperView view = StrategyPaperView.of(paper);
        DocumentStatus status = paper.workflow().status();
        Map<String, Object> columns = Map.of(
                "reference", paper.reference(),
                "programme", paper.content().programmeCode(),
                "title", paper.content().title().any(),
                "status", status.name(),
                "start_on", paper.content().period().start().first(),
                "historical", paper.workflow().historicalSource() != null,
                "published", status.isPublic());
        documents.put(TABLE, paper.id(), paper.version(), view, columns);
        return view;
    }
}
