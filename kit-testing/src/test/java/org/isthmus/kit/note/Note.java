package org.isthmus.kit.note;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.Ids;
import org.isthmus.kit.store.Aggregate;

/** A titled, tagged amount. */
@Entity
class Note implements Aggregate {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    @JdbcTypeCode(SqlTypes.JSON)
    private NoteContent content;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    Note() {}

    Note(NoteContent content) {
        this.id = Ids.next();
        this.content = content;
    }

    void revise(NoteContent revised) {
        this.content = revised;
    }

    @Override
    public List<NoteEvent> told() {
        return List.of(new NoteEvent(id, version));
    }

    @Override
    public UUID id() {
        return id;
    }

    @Override
    public int version() {
        return version;
    }

    NoteContent content() {
        return content;
    }
}
