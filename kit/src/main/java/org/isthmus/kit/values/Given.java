package org.isthmus.kit.values;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists as requests give them: one that is absent is empty, and none changes once it is read. */
public final class Given {

    private Given() {}

    // Not List.copyOf: a null element is the validator's to name, with its pointer.
    public static <T> List<T> list(@Nullable List<T> given) {
        return given == null ? List.of() : Collections.unmodifiableList(new ArrayList<>(given));
    }

    /** One word of each, such as the codes of shares; each once. */
    public static <T, W> Set<W> words(Collection<T> given, Function<T, W> word) {
        return given.stream().map(word).collect(Collectors.toSet());
    }

    /** A part of something that may not be there. */
    public static <T, P> @Nullable P part(@Nullable T whole, Function<T, P> part) {
        return whole == null ? null : part.apply(whole);
    }

    /** For flags that a request may leave out. */
    public static boolean flag(@Nullable Boolean given) {
        return given != null && given;
    }
}
