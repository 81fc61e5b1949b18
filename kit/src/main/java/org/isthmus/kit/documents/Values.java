package org.isthmus.kit.documents;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;

/** Texts of a request as values of a column's type. */
final class Values {

    private Values() {}

    static Object read(Listing.Type type, String text) {
        return switch (type) {
            case TEXT, COLLATED, TEXTS -> withoutNul(text);
            case NUMBER -> number(text);
            case INTEGER -> Integer.valueOf(text);
            case BOOLEAN -> bool(text);
            case DATE -> LocalDate.parse(text);
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
        if (text.length() > 40) {
            throw new NumberFormatException(text);
        }
        return new BigDecimal(new BigDecimal(text).toPlainString());
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
