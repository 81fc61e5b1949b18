package org.isthmus.kit.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a report adds up, as SQL: a {@code with} clause whose last query is named {@code part}.
 *
 * <p>It has the columns {@code thing} (what is counted), {@code measure}, {@code currency}, {@code amount},
 * {@code up_to}, and for each dimension its key and its reason. A part without a measure counts its thing only. Values
 * are bound, never pasted.
 */
public final class Parts {

    private final StringBuilder sql = new StringBuilder();
    private final List<Object> values = new ArrayList<>();

    public Parts add(String fragment, Object... bound) {
        sql.append(fragment);
        values.addAll(List.of(bound));
        return this;
    }

    public String sql() {
        return sql.toString();
    }

    /** The same with its values as literals, for a list that reads from it: every text is quoted. */
    public String text() {
        StringBuilder text = new StringBuilder();
        int next = 0;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '?') {
                text.append(literal(values.get(next++)));
            } else {
                text.append(sql.charAt(i));
            }
        }
        return text.toString();
    }

    private static String literal(Object value) {
        return switch (value) {
            case Boolean flag -> flag.toString();
            case Integer number -> number.toString();
            case Collection<?> many ->
                many.stream().map(Parts::literal).collect(Collectors.joining(", ", "array[", "]"))
                        + (many.isEmpty() ? "::text[]" : "");
            case Object text -> "'" + text.toString().replace("'", "''") + "'";
        };
    }

    public List<Object> values() {
        return List.copyOf(values);
    }
}
