package org.isthmus.kit.note;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.lists.SearchText;
import org.isthmus.kit.lists.Type;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.reconciliation.DigestedRows;
import org.isthmus.kit.reconciliation.Reconciled;
import org.isthmus.kit.store.Aggregates;
import org.isthmus.kit.store.Store;

/** All notes. */
@ApplicationScoped
class Notes implements PanacheRepositoryBase<Note, UUID>, Reconciled {

    // formatter:off
    static final ViewTable<Note> VIEWS = ViewTable.<Note>of("note", "/v1/notes", NoteView.class)
            .reference(note -> note.content().reference(), "Its reference.").csv()
            .column("title", Type.COLLATED, note -> note.content().title().any(), "Title.").sort().text("title", "/title")
            .column("tags", Type.TEXTS, note -> note.content().tags(), "A word.").filter("tag").facet().cell("tags", "/tags/*")
            .column("amount", Type.NUMBER, note -> note.content().amount() == null ? null : note.content().amount().amount(), "An amount.").optional().sort()
            .from("amountFrom", "At least this amount.").cell("amount", "/amount/amount")
            .search(note -> SearchText.of(note.content().title().byLanguage().values(), List.of()), "Words of the title.");
    // formatter:on

    private final Aggregates<Note, NoteView> aggregates;

    Notes(Store store) {
        aggregates = store.aggregates(this, VIEWS, NoteView::of).writtenAs(Note::content);
    }

    @Override
    public List<DigestedRows> owned() {
        return List.of(DigestedRows.of(
                        "notes.notes",
                        "note",
                        "select id as key, id, version, reference as name, reference, amount from note_view",
                        "reference")
                .amounts("amount"));
    }

    @Override
    public List<? extends Event> tellAgain(Collection<UUID> keys) {
        return aggregates.tellAgain(keys);
    }

    Aggregates<Note, NoteView> all() {
        return aggregates;
    }
}
