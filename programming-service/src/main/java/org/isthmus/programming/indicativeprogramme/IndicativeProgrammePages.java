package org.isthmus.programming.indicativeprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.programming.workflow.DocumentStatus;

/** Keeps the representations of indicative programmes up to date. */
@ApplicationScoped
class IndicativeProgrammePages {

    static final String TABLE = "indicative_programme_document";

    static final Listing LISTING = Listing.over(TABLE)
            .answers(IndicativeProgrammeView.class, "listIndicativeProgrammes")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("strategyPaper", "strategy_paper", Listing.Type.TEXT, "Reference of the strategy paper.")
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
            .csv("programme", "/programme")
            .csv("strategyPaper", "/strategyPaper/reference")
            .csv("title", "/title/en")
            .csv("start", "/period/start")
            .csv("end", "/period/end")
            .csv("status", "/status")
            .csv("decision", "/adoption/decision")
            .csv("decidedOn", "/adoption/date")
            .csv("priorities", "/priorities/*/code");

    private final IndicativeProgrammes programmes;
    private final Documents documents;

    IndicativeProgrammePages(IndicativeProgrammes programmes, Documents documents) {
        this.programmes = programmes;
        this.documents = documents;
    }

    IndicativeProgrammeView keep(IndicativeProgramme programme) {
        programmes.flush();
        IndicativeProgrammeView view = IndicativeProgrammeView.of(programme);
        DocumentStatus status = programme.workflow().status();
        Map<String, Object> columns = Map.of(
                "reference", programme.reference(),
                "programme", programme.programmeCode(),
                "strategy_paper", programme.content().strategyPaperReference(),
                "title", programme.content().title().any(),
                "status", status.name(),
                "start_on", programme.content().period().start().first(),
                "historical", programme.workflow().historicalSource() != null,
                "published", status.isPublic());
        documents.put(TABLE, programme.id(), programme.version(), view, columns);
        return view;
    }
}
