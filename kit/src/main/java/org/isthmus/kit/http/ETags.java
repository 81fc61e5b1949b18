package org.isthmus.kit.http;

/** A representation's ETag is its version. */
public final class ETags {

    private ETags() {}

    public static String of(int version) {
        return "\"v" + version + "\"";
    }
}
