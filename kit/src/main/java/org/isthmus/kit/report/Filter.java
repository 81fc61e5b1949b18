package org.isthmus.kit.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A parameter that picks what is added up; repeated it means "or", {@code none} finds what has none.
 *
 * @param known an SQL condition on {@code value}: whether such a code exists for the reader; null where the form says all
 */
public record Filter(
        String name,
        Form form,
        List<String> allowed,
        boolean takesNone,
        @Nullable String known,
        String words) {

    /** The form of its values. */
    public enum Form {
        TEXT("a code"),
        YEAR("a year from 1900 to 2100"),
        COUNTRY("an ISO 3166-1 alpha-2 code such as MD"),
        BOOLEAN("true or false");

        private final String words;

        Form(String words) {
            this.words = words;
        }
    }

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 200;

    public static Filter of(String name, Form form, String words) {
        return new Filter(name, form, List.of(), form != Form.BOOLEAN, null, words);
    }

    /** One of the names of an enumeration. */
    public static Filter of(String name, List<String> allowed, String words) {
        return new Filter(name, Form.TEXT, allowed, true, null, words);
    }

    /** Its values exist, by an SQL condition on {@code value}. */
    public Filter known(String condition) {
        return new Filter(name, form, allowed, takesNone, condition, words);
    }

    /** It has a value in every case. */
    public Filter always() {
        return new Filter(name, form, allowed, false, known, words);
    }

    /** What is wrong with a value, if anything is. */
    Optional<String> fault(String value) {
        if (value.isBlank()) {
            return Optional.of("It is given without a value: %s belongs here.".formatted(expected()));
        }
        if (takesNone && value.equals(Breakdown.NONE)) {
            return Optional.empty();
        }
        boolean isFine = allowed.isEmpty() ? hasForm(value) : allowed.contains(value);
        return isFine ? Optional.empty() : Optional.of("'%s' is not %s.".formatted(shown(value), expected()));
    }

    String expected() {
        String values = allowed.isEmpty() ? form.words : "one of " + String.join(", ", allowed);
        return takesNone ? values + ", or none" : values;
    }

    private boolean hasForm(String value) {
        return switch (form) {
            case TEXT -> value.length() <= LONGEST && value.chars().noneMatch(Character::isISOControl);
            case YEAR -> value.matches("(19|20)[0-9]{2}|2100");
            case COUNTRY -> COUNTRIES.contains(value);
            case BOOLEAN -> value.equals("true") || value.equals("false");
        };
    }

    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= 60 ? line : line.substring(0, 60) + "...";
    }
}
