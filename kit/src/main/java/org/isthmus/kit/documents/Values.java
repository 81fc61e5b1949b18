package org.isthmus.kit.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts of a request as values of a column's type. */
final class Values {

    /** A plain number: an exponent could ask for more digits than there is memory. */
    static final Pattern DECIMAL = Pattern.compile("^-?[0-9]{1,15}(\\.[0-9]{1,4})?$");

    private Values() {}

    static Object read(Listing.Type type, String text) {
        return switch (type) {
            case TEXT, COLLATED, TEXTS -> withoutNul(text);
            case NUMBER -> number(text);
            case INTEGER -> Integer.valueOf(text);
            case BOOLEAN -> bool(text);
            case DATE -> day(text);
            case UUID, UUIDS -> UUID.fromString(text);
        };
    }

    static String form(Listing.Type type) {
        return switch (type) {
            case TEXT, COLLATED, TEXTS -> "a text";
            case NUMBER -> "a decimal number";
            case INTEGER -> "a whole number";
            case BOOLEAN -> "true or false";
            case DATE -> "a date such as 2009-03-01";
            case UUID, UUIDS -> "a UUID";
        };
    }

    private static BigDecimal number(String text) {
        if (!DECIMAL.matcher(text).matches()) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(text);
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
    private static String withoutNul(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("NUL");
        }
        return text;
    }
}
