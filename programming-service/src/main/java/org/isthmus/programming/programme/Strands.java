package org.isthmus.programming.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.store.Views;
import org.isthmus.programming.programme.Programme.KnownStrand;
import org.isthmus.programming.programme.ProgrammeView.StrandView;

/** The strands of all programmes, each with its own representation in the version of its programme. */
@ApplicationScoped
class Strands {

    /** A strand of a programme. */
    record Row(KnownStrand strand, Programme programme) {}

    // formatter:off
    static final ViewTable<Row> VIEWS = ViewTable.<Row>of("strand", "/v1/strands", StrandView.class)
            .cell("id", "/id")
            .reference(row -> row.programme().code() + "/" + row.strand().code(), "Codes of the programme and the strand.")
            .column("programme", Type.TEXT, row -> row.programme().code(), "Code of the programme.").filter().known(ProgrammeRegister.CODES).facet().sort().cell("programme", "/programme/code")
            .column("number", Type.INTEGER, row -> row.strand().number(), "Number.").sort().csv()
            .column("code", Type.TEXT, row -> row.strand().code(), "Its code.").filter().sort().csv()
            .column("title", Type.COLLATED, row -> row.strand().title().any(), "Title.").sort().cell("title", "/title/en")
            .cell("measures", "/measures/*/text/en").defaultSort("programme,number");
    // formatter:on

    private final Store store;

    Strands(Store store) {
        this.store = store;
    }

    Reading<Row> reading() {
        return store.reading(VIEWS);
    }

    /** Shows the strands as their programme has them now; those that it had before and has no more leave the lists. */
    void show(Programme programme, Set<UUID> before) {
        List<Views.Version<Row>> rows = programme.strands().stream()
                .map(strand ->
                        new Views.Version<>(strand.id(), programme.version(), new Row(strand, programme), (Object)
                                StrandView.of(strand, programme)))
                .toList();
        Set<UUID> now = programme.strands().stream().map(KnownStrand::id).collect(Collectors.toSet());
        store.views()
                .retire(VIEWS, before.stream().filter(id -> !now.contains(id)).toList());
        store.views().put(VIEWS, rows);
    }
}
