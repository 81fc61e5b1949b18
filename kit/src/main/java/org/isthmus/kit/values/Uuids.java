package org.isthmus.kit.values;

import java.util.UUID;

/** Ids as requests write them. */
public final class Uuids {

    private Uuids() {}

    /** An id in its one form: the JDK also reads shorter and longer groups, which would be other spellings of it. */
    public static UUID read(String text) {
        UUID read = UUID.fromString(text);
        if (!read.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException(text);
        }
        return read;
    }
}
