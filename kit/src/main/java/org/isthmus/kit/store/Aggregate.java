package org.isthmus.kit.store;

import java.util.List;
import java.util.UUID;
import org.isthmus.kit.events.Event;

/** A thing that changes as a whole, in versions, and says what others are told of it. */
public interface Aggregate {

    UUID id();

    /** 1, 2, 3 ...: one more with each change that was saved. */
    int version();

    /** What others are told of the change that was just made and saved; empty where nobody is told. */
    default List<? extends Event> told() {
        return List.of();
    }
}
