package org.isthmus.kit.erasure;

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
}
