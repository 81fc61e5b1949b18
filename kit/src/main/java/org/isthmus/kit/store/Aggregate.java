package org.isthmus.kit.store;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.Ids;
import org.isthmus.kit.events.Event;

/** A thing that changes as a whole, in versions, and says what others are told of it. */
@MappedSuperclass
public abstract class Aggregate {

    @Id
    private UUID id;

    @Version
    private int version = 1;

    /** A new one; of one that is loaded, Hibernate sets the id afterwards. */
    protected Aggregate() {
        this(Ids.next());
    }

    protected Aggregate(UUID id) {
        this.id = id;
    }

    public UUID id() {
        return id;
    }

    /** 1, 2, 3 ...: one more with each change that was saved. */
    public int version() {
        return version;
    }

    /** What others are told of the change that was just made and saved; empty where nobody is told. */
    public List<? extends Event> told() {
        return List.of();
    }
}
