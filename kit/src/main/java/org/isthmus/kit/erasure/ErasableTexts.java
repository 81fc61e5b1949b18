package org.isthmus.kit.erasure;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A room that keeps texts of a thing beside its versions; see {@link Erasures}. */
public interface ErasableTexts {

    /**
     * Erases what went into versions of a thing.
     *
     * @return the ids of what held it, whose lines in the audit log hold it too
     */
    Set<UUID> erase(UUID thing, int first, int last);

    /** Whether it is a thing of the room's own. */
    boolean has(UUID thing);

    /**
     * Erases what the room keeps of the thing itself, where it is one of its own; refused while that is to be decided on.
     *
     * @return the thing of which it was asked, whose lines in the audit log hold it too
     */
    Optional<UUID> erase(UUID thing);
}
