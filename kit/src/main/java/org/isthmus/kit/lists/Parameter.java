package org.isthmus.kit.lists;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.isthmus.kit.access.RowFilter;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/**
 * One parameter that an operation takes: its form, the values that there are, and what it means.
 *
 * @param allowed the only values, where they are an enumeration; else empty
 * @param known finds out which values exist, where they are codes or references; null where any value will do
 */
public record Parameter(
        String name,
        Type type,
        Times times,
        List<String> allowed,
        @Nullable Known known,
        String words) {

    /** How often it may be given, and how. */
    public enum Times {
        ONCE,
        /** Once, with several names between commas. */
        LISTED,
        /** Any number of times, one value each; {@code none} asks for what has none. */
        REPEATED,
        /** The same of what everything has: {@code none} is no value. */
        REPEATED_WITHOUT_NONE;

        public boolean isRepeated() {
            return compareTo(REPEATED) >= 0;
        }
    }

    /**
     * Which values exist: the body of a SQL {@code exists} over the column {@code value}, for an audience.
     *
     * <p>What is hidden from the caller does not exist for him: both are the same 400.
     *
     * @param form a SQL function of the values asked for, an array: what columns hold of them; empty: as they are
     * @param topic where another service tells of them, so that a refusal says how old our copy is; empty: they are ours
     */
    public record Known(String what, Function<RowFilter, Query> exists, String form, String topic) {

        /** What each service takes for a country. */
        public static final String COUNTRY = "code of a country of the register (/v1/countries), such as MD";

        public Known(String what, Function<RowFilter, Query> exists, String form) {
            this(what, exists, form, "");
        }

        public Known(String what, Function<RowFilter, Query> exists) {
            this(what, exists, "");
        }

        /** The same of a copy of what another service tells on a topic. */
        public Known heardOn(String tellingTopic) {
            return new Known(what, exists, form, tellingTopic);
        }

        /** Codes of a table that everybody may read. */
        public static Known in(String what, String table, String column) {
            return new Known(what, any -> Query.of("select from %s where %s = value".formatted(table, column)));
        }

        /** Words of ours, which the refusal names. */
        public static Known of(String what, List<String> words) {
            return new Known(
                    "%s; there are %s".formatted(what, String.join(", ", words)),
                    any -> Query.of("select where value = any (?)", words));
        }

        /** The values of an enum, for columns that hold several of them. */
        public static Known of(String what, Class<? extends Enum<?>> values) {
            return of(what, Stream.of(values.getEnumConstants()).map(Enum::name).toList());
        }

        /** What a table with a column {@code visible} shows to the caller, by its reference or id. */
        public static Known visibleIn(String what, String viewTable) {
            return new Known(
                    what,
                    rows -> Query.of("select from %s where (reference = value or id = as_uuid(value)) and "
                                    .formatted(viewTable))
                            .add(rows.condition()));
        }
    }

    /** A filter: repeated for more values, {@code none} for what has none. */
    public static Parameter filter(String name, Type type, String words) {
        return new Parameter(name, type, Times.REPEATED, List.of(), null, words);
    }

    Parameter allowed(List<String> values) {
        return new Parameter(name, type, times, values, known, words);
    }

    /** It has a value in every case. */
    public Parameter always() {
        return new Parameter(name, type, Times.REPEATED_WITHOUT_NONE, allowed, known, words);
    }

    Parameter named(String other) {
        return new Parameter(other, type, times, allowed, known, words);
    }

    public Parameter known(Known values) {
        return new Parameter(name, type, times, allowed, values, words);
    }
}
