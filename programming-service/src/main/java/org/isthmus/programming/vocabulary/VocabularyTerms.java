package org.isthmus.programming.vocabulary;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.Parameter.Known;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;
import org.isthmus.kit.values.Classification;

/** All terms of all vocabularies: how they are kept and found, and which there are. */
@ApplicationScoped
public class VocabularyTerms implements PanacheRepositoryBase<VocabularyTerm, UUID>, Reconciled {

    /** The values that a filter of classifications takes. */
    public static final Known TERMS = Known.in(
            "vocabulary and code of a term, such as global-approach:legal-migration",
            "vocabulary_term_view",
            "reference");

    private static final Known SCHEMES =
            Known.in("vocabulary, such as global-approach", "vocabulary_term_view", "scheme");

    // formatter:off
    static final ViewTable<VocabularyTerm> VIEWS = ViewTable.<VocabularyTerm>of("vocabulary-term", "/v1/vocabulary-terms", VocabularyTermView.class)
            .cell("id", "/id")
            .reference(term -> term.content().reference(), "Vocabulary and code.").csv()
            .column("scheme", Type.TEXT, term -> term.content().scheme(), "The vocabulary.").filter().known(SCHEMES).facet().sort().csv()
            .column("code", Type.TEXT, term -> term.content().code(), "Code in the vocabulary.").filter().sort().csv()
            .column("title", Type.COLLATED, term -> term.content().title().any(), "Title.").sort().text("title", "/title")
            .column("parent", Type.TEXT, term -> term.content().parent(), "The term that it is a part of, as vocabulary:code.").optional().filter().known(TERMS).cell("parentCode", "/parentCode");
    // formatter:on

    private final Aggregates<VocabularyTerm, VocabularyTermView> aggregates;
    private final DataSource database;

    VocabularyTerms(Store store, DataSource database) {
        aggregates = store.aggregates(this, VIEWS, VocabularyTermView::of).writtenAs(VocabularyTerm::content);
        this.database = database;
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of(
                "programming.vocabulary-terms",
                "vocabulary_term",
                "select id as key, id, version, reference as name, reference as code from vocabulary_term_view",
                "code"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return aggregates.tellAgain(keys);
    }

    Aggregates<VocabularyTerm, VocabularyTermView> all() {
        return aggregates;
    }

    /** Notes classifications by terms that there are not, and those that stand twice. */
    public void check(String pointer, List<Classification> classifications, Faults faults) {
        Set<String> known = aggregates.known(
                classifications.stream().map(Classification::term).toList());
        Classification.check(pointer, classifications, faults);
        faults.each(
                pointer,
                classifications,
                (at, one) -> faults.require(
                        known.contains(one.term()),
                        at + "/code",
                        "term-unknown",
                        "There is no term '%s'.".formatted(one.term())));
    }

    /** A term and all that it is a part of; nothing where there is no such term. */
    List<String> above(String term) {
        return Query.of("""
                        with recursive above (reference, parent) as (
                            select reference, parent from vocabulary_term_view where reference = ?
                            union
                            select v.reference, v.parent from above a join vocabulary_term_view v on v.reference = a.parent)
                        select reference from above
                        """, term).list(database, row -> row.text("reference"));
    }
}
