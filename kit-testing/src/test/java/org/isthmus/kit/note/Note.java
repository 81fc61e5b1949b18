package org.isthmus.kit.note;

import jakarta.persistence.Entity;
import java.util.List;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.store.Aggregate;

/** A titled, tagged amount. */
@Entity
class Note extends Aggregate {

    @JdbcTypeCode(SqlTypes.JSON)
    private NoteContent content;

    Note() {} // for Hibernate

    Note(NoteContent content) {
        this.content = content;
    }

    void revise(NoteContent revised) {
        this.content = revised;
    }

    @Override
    public List<NoteEvent> told() {
        return List.of(new NoteEvent(id(), version()));
    }

    NoteContent content() {
        return content;
    }
}
