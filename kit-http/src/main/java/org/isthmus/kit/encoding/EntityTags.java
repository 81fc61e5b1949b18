package org.isthmus.kit.encoding;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Entity tags that a caller has seen. RFC 9110, section 13.1.2. */
public final class EntityTags {

    private EntityTags() {}

    /** Whether a tag is among those of an {@code If-None-Match}, which compares them weakly. */
    public static boolean isAmong(String tag, @Nullable String ifNoneMatch) {
        return ifNoneMatch != null
                && (ifNoneMatch.trim().equals("*")
                        || Arrays.stream(ifNoneMatch.split(",", -1))
                                .map(EntityTags::weak)
                                .anyMatch(weak(tag)::equals));
    }

    private static String weak(String tag) {
        return tag.trim().replaceFirst("^W/", "");
    }
}
