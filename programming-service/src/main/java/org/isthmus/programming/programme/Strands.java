package org.isthmus.programming.programme;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.store.Reading;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Classification;
import org.isthmus.kit.values.Given;
import org.isthmus.programming.programme.Programme.KnownStrand;
import org.isthmus.programming.programme.ProgrammeView.StrandView;
import org.isthmus.programming.vocabulary.VocabularyTerms;

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
            .column("title", Type.COLLATED, row -> row.strand().title().any(), "Title.").sort().text("title", "/title")
            .column("classifications", Type.TEXTS, row -> classifications(row.strand()), "Term that a measure is classified by, as vocabulary:code.").filter("classification").known(VocabularyTerms.TERMS).facet()
            .text("measures", "/measures/*/text").defaultSort("programme,number");
    // formatter:on

    private final Store store;

    Strands(Store store) {
        this.store = store;
    }

    private static List<String> classifications(KnownStrand strand) {
        return strand.measures().stream()
                .flatMap(measure -> measure.classifications().stream())
                .map(Classification::term)
                .distinct()
                .toList();
    }

    Reading<Row> reading() {
        return store.reading(VIEWS);
    }

    /** Shows the strands as their programme has them now; those that it had before and has no more leave the lists. */
    void show(Programme programme, Set<UUID> before) {
        Set<UUID> now = Given.words(programme.strands(), KnownStrand::id);
        store.views()
                .retire(VIEWS, before.stream().filter(id -> !now.contains(id)).toList());
        reading()
                .put(
                        programme.version(),
                        programme.strands().stream()
                                .map(strand -> new Row(strand, programme))
                                .toList(),
                        row -> row.strand().id(),
                        row -> StrandView.of(row.strand(), programme));
    }
}
