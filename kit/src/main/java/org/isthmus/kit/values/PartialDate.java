package org.isthmus.kit.values;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/** A date that is known to the year, the month or the day, and never pretends to more. */
@Schema(
        type = SchemaType.STRING,
        pattern = "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$",
        description = "A year, a month or a day, as precise as its source: 2009, 2009-03 or 2009-03-01.",
        examples = "2009-03")
public record PartialDate(@JsonValue String written) implements Comparable<PartialDate> {

    /** How much of the date is known. */
    public enum Precision {
        YEAR,
        MONTH,
        DAY
    }

    private static final Pattern FORM = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    @JsonCreator
    public PartialDate {
        if (!FORM.matcher(written).matches()) {
            throw refused(written);
        }
        try {
            first(written);
        } catch (DateTimeException e) {
            throw refused(written);
        }
    }

    /** A day that is wholly known. */
    public static PartialDate of(LocalDate day) {
        return new PartialDate(day.toString());
    }

    public static PartialDate parse(String written) {
        return new PartialDate(written);
    }

    public Precision precision() {
        return switch (written.length()) {
            case 4 -> Precision.YEAR;
            case 7 -> Precision.MONTH;
            default -> Precision.DAY;
        };
    }

    public int year() {
        return Integer.parseInt(written.substring(0, 4));
    }

    /** The first day that it can mean. */
    public LocalDate first() {
        return first(written);
    }

    /** The last day that it can mean. */
    public LocalDate last() {
        return switch (precision()) {
            case YEAR -> first().withDayOfYear(Year.of(year()).length());
            case MONTH -> YearMonth.parse(written).atEndOfMonth();
            case DAY -> first();
        };
    }

    private static LocalDate first(String written) {
        return switch (written.length()) {
            case 4 -> LocalDate.of(Integer.parseInt(written), 1, 1);
            case 7 -> YearMonth.parse(written).atDay(1);
            default -> LocalDate.parse(written);
        };
    }

    private static Refusal refused(String written) {
        return Refusal.invalid(
                "date-invalid", "'%s' is no year, month or day such as 2009, 2009-03 or 2009-03-01".formatted(written));
    }

    @Override
    public int compareTo(PartialDate other) {
        return first().compareTo(other.first());
    }

    @Override
    public String toString() {
        return written;
    }

    /** Notes at {@code /to} below the pointer that a time ends before it begins; what is unknown is in order. */
    public static void requireOrder(
            Faults faults, String pointer, @Nullable PartialDate from, @Nullable PartialDate to) {
        faults.require(
                from == null || to == null || !to.last().isBefore(from.first()),
                pointer + "/to",
                "ends-before-start",
                "%s comes before %s.".formatted(to, from));
    }
}
