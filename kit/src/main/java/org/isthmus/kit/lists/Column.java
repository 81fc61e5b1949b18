package org.isthmus.kit.lists;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A column of a {@link ViewTable}.
 *
 * @param value what it holds of a thing; null where the database fills the table
 * @param allowed the names of its enumeration, if it holds one
 */
public record Column<A>(
        String name,
        Type type,
        boolean optional,
        @Nullable Function<A, @Nullable Object> value,
        List<String> allowed,
        String words) {

    Column<A> asOptional() {
        return new Column<>(name, type, true, value, allowed, words);
    }
}
