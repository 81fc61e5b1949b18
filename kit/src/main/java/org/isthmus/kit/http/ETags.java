package org.isthmus.kit.http;

/** A representation's ETag is its version, and after a point that of the copies of others' things that it shows. */
public final class ETags {

    private ETags() {}

    public static String of(int version) {
        return of(version, 0);
    }

    public static String of(int version, int copies) {
        return copies == 0 ? "\"v%d\"".formatted(version) : "\"v%d.%d\"".formatted(version, copies);
    }

    /** The tag of the thing's own version: what others say beside it hinders no change of it. */
    static String own(String etag) {
        return etag.replaceFirst("\\.\\d+\"$", "\"");
    }
}
