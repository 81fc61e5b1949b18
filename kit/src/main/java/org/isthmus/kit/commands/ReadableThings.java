package org.isthmus.kit.commands;

/** What a caller may read of the things that addresses name. */
public interface ReadableThings {

    /** Refuses, as reading it would, an address of a thing that the caller may not know of. */
    void requireShown(String path);
}
