package org.isthmus.kit.note;

import java.util.UUID;
import org.isthmus.kit.events.Event;

/** A note was written. */
record NoteEvent(UUID noteId, int version) implements Event {

    @Override
    public String topic() {
        return "notes.notes";
    }

    @Override
    public String type() {
        return "eu.isthmus.notes.note.written.v1";
    }

    @Override
    public UUID key() {
        return noteId;
    }
}
