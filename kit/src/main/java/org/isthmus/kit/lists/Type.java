package org.isthmus.kit.lists;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.isthmus.kit.values.Languages;
import org.isthmus.kit.values.Uuids;

/** How a column or a parameter is written, compared and sorted. */
public enum Type {
    TEXT("text", "a text"),
    /** Text for people: its column sorts by the Unicode collation, not by bytes. */
    COLLATED("text", "a text"),
    TEXTS("text[]", "a text"),
    COUNTRY("text", "an ISO 3166-1 alpha-2 code such as MD"),
    CURRENCY("text", "an ISO 4217 code such as EUR"),
    NUMBER("numeric", "a decimal number such as 1000.00"),
    INTEGER("int", "a whole number"),
    YEAR("int", "a year from 1900 to 2100"),
    YEARS("int[]", "a year from 1900 to 2100"),
    BOOLEAN("boolean", "true or false"),
    DATE("date", "a date such as 2009-03-01"),
    UUID("uuid", "a UUID"),
    INSTANT("timestamptz", "an instant such as 2026-11-27T10:00:00Z"),
    LANGUAGE("text", "the tag of a language, BCP 47, such as en"),
    SEARCH("tsvector", "words");

    /** A plain number: an exponent could ask for more digits than there is memory. */
    public static final Pattern DECIMAL = Pattern.compile("^-?[0-9]{1,15}(\\.[0-9]{1,4})?$");

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    private static final int LONGEST = 4000;
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2100;

    private final String sql;
    private final String words;

    Type(String sql, String words) {
        this.sql = sql;
        this.words = words;
    }

    String sql() {
        return sql;
    }

    /** What belongs there, in words. */
    public String words() {
        return words;
    }

    boolean isMany() {
        return this == TEXTS || this == YEARS;
    }

    /** A placeholder for a value of this type. */
    String placeholder() {
        return this == SEARCH ? "search_words(cast(? as text))" : "cast(? as " + sql + ")";
    }

    /** One value from its text; anything but an exception means that it has the form. */
    public Object read(String text) {
        return switch (this) {
            case TEXT, COLLATED, TEXTS, SEARCH -> plain(text);
            case COUNTRY -> one(text, COUNTRIES);
            case CURRENCY -> Currency.getInstance(text).getCurrencyCode();
            case NUMBER -> number(text);
            case INTEGER -> whole(text);
            case YEAR, YEARS -> year(text);
            case BOOLEAN -> bool(text);
            case DATE -> day(text);
            case UUID -> Uuids.read(text);
            case INSTANT -> Instant.parse(text);
            case LANGUAGE -> Languages.tag(text);
        };
    }

    private static String one(String text, Set<String> known) {
        if (!known.contains(text)) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static BigDecimal number(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
    }

    /** In one spelling: no plus, no zeros before it, and of the digits of many scripts those of ASCII. */
    private static Integer whole(String text) {
        Integer read = Integer.valueOf(text);
        if (!read.toString().equals(text)) {
            throw new NumberFormatException(text);
        }
        return read;
    }

    private static Integer year(String text) {
        Integer year = whole(text);
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw new IllegalArgumentException(text);
        }
        return year;
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (day.getYear() < 1 || day.getYear() > 9999) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    /** PostgreSQL has no text with a NUL in it. */
    private static String plain(String text) {
        if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("control characters");
        }
        return text;
    }
}
