package org.isthmus.projects.reference;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.isthmus.kit.values.Given;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** What is read of an event that tells a region. */
record ToldRegion(
        String code, @Nullable Text title, @Nullable String parent, List<String> alsoWritten) {

    ToldRegion {
        Objects.requireNonNull(code);
        alsoWritten = Given.list(alsoWritten);
    }

    List<String> titles() {
        return Text.allOf(title);
    }

    /** Whatever sources write for it. */
    List<String> writings() {
        return Stream.of(List.of(code), alsoWritten, titles())
                .flatMap(List::stream)
                .toList();
    }
}
