package org.isthmus.kit.documents;

import java.util.List;

/** Which rows the caller may see: a condition on the table's columns that every way out applies. */
public record Scope(String condition, List<Object> values) {

    public static Scope all() {
        return new Scope("true", List.of());
    }

    public static Scope where(String condition, Object... values) {
        return new Scope("(" + condition + ")", List.of(values));
    }
}
