package org.isthmus.programming.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.kit.documents.Documents;
import org.isthmus.kit.documents.Listing;
import org.isthmus.kit.events.Outbox;
import org.isthmus.programming.programme.ProgrammeView.StrandView;
import org.jspecify.annotations.Nullable;

/** Keeps the representations of programmes and strands up to date, and tells of each change. */
@ApplicationScoped
class ProgrammePages {

    static final String PROGRAMMES = "programme_document";
    static final String STRANDS = "strand_document";

    static final Listing LISTING = Listing.over(PROGRAMMES)
            .answers(ProgrammeView.class, "listProgrammes")
            .filter("code", "reference", Listing.Type.TEXT, "Its code.")
            .filter("predecessor", "predecessor", Listing.Type.TEXT, "Code of the programme before it.")
            .sort("code", "reference", Listing.Type.TEXT)
            .sort("title", "title", Listing.Type.COLLATED)
            .sort("start", "start_on", Listing.Type.DATE)
            .defaultSort("start")
            .csv("id", "/id")
            .csv("code", "/code")
            .csv("title", "/title/en")
            .csv("start", "/period/start")
            .csv("end", "/period/end")
            .csv("predecessor", "/predecessor/code")
            .csv("successor", "/successor/code")
            .csv("strands", "/strands/*/code");

    static final Listing STRAND_LISTING = Listing.over(STRANDS)
            .answers(StrandView.class, "listStrands")
            .filter("programme", "programme", Listing.Type.TEXT, "Code of the programme.")
            .filter("code", "code", Listing.Type.TEXT, "Its code.")
            .sort("programme", "programme", Listing.Type.TEXT)
            .sort("number", "number", Listing.Type.INTEGER)
            .sort("code", "code", Listing.Type.TEXT)
            .sort("title", "title", Listing.Type.COLLATED)
            .defaultSort("programme,number")
            .facets("programme")
            .csv("id", "/id")
            .csv("programme", "/programme/code")
            .csv("number", "/number")
            .csv("code", "/code")
            .csv("title", "/title/en")
            .csv("measures", "/measures/*/text/en");

    private final Programmes programmes;
    private final Documents documents;
    private final Outbox outbox;

    ProgrammePages(Programmes programmes, Documents documents, Outbox outbox) {
        this.programmes = programmes;
        this.documents = documents;
        this.outbox = outbox;
    }

    ProgrammeView keep(Programme programme, Set<UUID> strandsBefore) {
        programmes.flush();
        ProgrammeView view = ProgrammeView.of(programme);
        if (!documents.put(PROGRAMMES, programme.id(), programme.version(), view, columns(programme))) {
            return view;
        }
        Set<UUID> strands =
                programme.strands().stream().map(Programme.KnownStrand::id).collect(Collectors.toSet());
        strandsBefore.stream().filter(id -> !strands.contains(id)).forEach(id -> documents.retire(STRANDS, id));
        programme.strands().forEach(strand -> keep(strand, programme));
        outbox.add(programme.changed());
        return view;
    }

    private void keep(Programme.KnownStrand strand, Programme programme) {
        Map<String, Object> columns = Map.of(
                "reference", programme.code() + "/" + strand.code(),
                "programme", programme.code(),
                "code", strand.code(),
                "number", strand.number(),
                "title", strand.title().any());
        documents.put(STRANDS, strand.id(), programme.version(), StrandView.of(strand, programme), columns);
    }

    private static Map<String, @Nullable Object> columns(Programme programme) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("reference", programme.code());
        columns.put("title", programme.content().title().any());
        columns.put("start_on", programme.content().period().start().first());
        columns.put(
                "predecessor",
                programme.predecessor() == null ? null : programme.predecessor().code());
        return columns;
    }
}
