package org.isthmus.projects.reference;

import java.util.List;
import java.util.Objects;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** What is read of an event that tells a term of a vocabulary. */
record ToldTerm(String scheme, String code, @Nullable Text title) {

    ToldTerm {
        Objects.requireNonNull(scheme);
        Objects.requireNonNull(code);
    }

    /** As projects name it, such as {@code research-area:health}. */
    String key() {
        return scheme + ":" + code;
    }

    List<String> titles() {
        return Text.allOf(title);
    }
}
