package org.isthmus.kit.note;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A note as readers see it. */
@Schema(name = "Note")
record NoteView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @JsonUnwrapped NoteContent content) {

    static NoteView of(Note note) {
        return new NoteView(note.id(), note.version(), note.content());
    }
}
