package org.isthmus.programming.workprogramme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.ActionPages;
import org.isthmus.programming.figures.Share;
import org.isthmus.programming.workflow.DocumentStatus;
import org.jspecify.annotations.Nullable;

/** Keeps the representations of work programmes and of their actions up to date. */
@ApplicationScoped
class WorkProgrammePages {

    static final String TABLE = "work_programme_document";

    static final Listing LISTING = Listing.over(TABLE)
            .answers(WorkProgrammeView.class, "listWorkProgrammes")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter(
                    "indicativeProgramme",
                    "indicative_programme",
                    Listing.Type.TEXT,
                    "Reference of the indicative programme.")
            .filter("year", "year", Listing.Type.INTEGER, "Budget year.")
            .filter("part", "part", Listing.Type.INTEGER, "Which part of the year.")
            .filter("status", "status", DocumentStatus.class, "Status.")
            .filter("strand", "strands", Listing.Type.TEXTS, "Code of the strand.")
            .filter("country", "countries", Listing.Type.TEXTS, "Country, ISO 3166-1 alpha-2.")
            .from("yearFrom", "year", Listing.Type.INTEGER, "Of this budget year or later.")
            .until("yearTo", "year", Listing.Type.INTEGER, "Of this budget year or earlier.")
            .from("totalFrom", "total", Listing.Type.NUMBER, "Total in euros, at least.")
            .until("totalTo", "total", Listing.Type.NUMBER, "Total in euros, at most.")
            .sort("title", "title", Listing.Type.COLLATED)
            .sort("year", "year", Listing.Type.INTEGER)
            .sort("total", "total", Listing.Type.NUMBER)
            .sortNullable("part", "part", Listing.Type.INTEGER)
            .facets("programme", "year", "status", "strand", "country")
            .csv("id", "/id")
            .csv("reference", "/reference")
            .csv("programme", "/programme")
            .csv("indicativeProgramme", "/indicativeProgramme/reference")
            .csv("year", "/year")
            .csv("part", "/part")
            .csv("title", "/title/en")
            .csv("status", "/status")
            .csv("edition", "/edition")
            .csv("financingDecision", "/adoption/financingDecision")
            .csv("decidedOn", "/adoption/date")
            .csv("total", "/total/amount")
            .csv("currency", "/total/currency")
            .csv("actions", "/actions/*/reference");

    private final WorkProgrammes programmes;
    private final Documents documents;
    private final ActionPages actionPages;

    WorkProgrammePages(WorkProgrammes programmes, Documents documents, ActionPages actionPages) {
        this.programmes = programmes;
        this.documents = documents;
        this.actionPages = actionPages;
    }

    /** After a change of the text or of the status: all its actions show it, those that it no longer has leave the lists. */
    WorkProgrammeView keep(WorkProgramme programme, List<Action> before) {
        Set<UUID> left = before.stream().map(Action::id).collect(Collectors.toCollection(HashSet::new));
        programme.actions().forEach(action -> left.remove(action.id()));
        WorkProgrammeView view = keepWith(programme, programme.actions());
        left.forEach(actionPages::retire);
        return view;
    }

    /** After a change of some actions only. */
    WorkProgrammeView keepWith(WorkProgramme programme, Collection<Action> changed) {
        programmes.flush();
        WorkProgrammeView view = WorkProgrammeView.of(programme);
        documents.put(TABLE, programme.id(), programme.version(), view, columns(programme));
        ActionPages.Home home = new ActionPages.Home(
                programme.id(),
                programme.heading().reference(),
                programme.version(),
                programme.heading().programmeCode(),
                programme.heading().indicativeProgrammeReference(),
                programme.heading().year(),
                programme.workflow().status());
        changed.forEach(action -> actionPages.keep(action, home));
        return view;
    }

    private static Map<String, @Nullable Object> columns(WorkProgramme programme) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", programme.heading().reference());
        columns.put("programme", programme.heading().programmeCode());
        columns.put("indicative_programme", programme.heading().indicativeProgrammeReference());
        columns.put("year", programme.heading().year());
        columns.put("part", programme.heading().part());
        columns.put("title", programme.heading().title().any());
        columns.put("status", programme.workflow().status().name());
        columns.put("edition", programme.edition());
        columns.put(
                "reason",
                programme.amendments().isEmpty()
                        ? programme.workflow().withdrawnBecause()
                        : programme.amendments().getLast().reason());
        columns.put("amendment_withdrawn", programme.amendmentWithdrawn());
        columns.put("total", programme.total().amount());
        columns.put(
                "strands",
                programme.actions().stream()
                        .flatMap(a -> a.strands().stream())
                        .map(Share::code)
                        .distinct()
                        .toList());
        columns.put(
                "countries",
                programme.actions().stream()
                        .flatMap(a -> a.countries().stream())
                        .map(Share::code)
                        .distinct()
                        .toList());
        columns.put("published", programme.workflow().status().isPublic());
        return columns;
    }
}
