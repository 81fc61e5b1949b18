package org.isthmus.kit.note;

import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.jspecify.annotations.Nullable;

/** A note was written; the one event of the kit's tests. */
public record NoteEvent(UUID noteId, int version, @Nullable String word) implements Event {

    public NoteEvent(UUID noteId, int version) {
        this(noteId, version, null);
    }

    @Override
    public Envelope envelope() {
        return new Envelope("notes.notes", "eu.isthmus.notes.note.written.v1", noteId);
    }
}
