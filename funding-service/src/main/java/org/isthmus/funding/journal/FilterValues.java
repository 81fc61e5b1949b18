package org.isthmus.funding.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Fault;

/** The query parameters of a request as typed values; what is wrong with them is collected and told at once. */
public final class FilterValues {

    /** Stands for what has none. */
    private static final String NONE = "none";

    private static final int MOST = 200;

    private final Map<String, List<String>> parameters;
    private final List<Fault> faults = new ArrayList<>();

    public FilterValues(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    public void fault(String parameter, String code, String detail) {
        Fault fault = Fault.in(parameter, code, detail);
        if (!faults.contains(fault)) {
            faults.add(fault);
        }
    }

    public void refuseIfFaulty() {
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults);
        }
    }

    /** The values but {@code none}; empty when the parameter was not given at all. */
    public Optional<List<String>> texts(String name) {
        return read(name, "a text", text -> {
            if (text.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("NUL");
            }
            return text;
        });
    }

    Optional<List<UUID>> uuids(String name) {
        return read(name, "a UUID", UUID::fromString);
    }

    Optional<List<Integer>> integers(String name) {
        return read(name, "a year", Integer::valueOf);
    }

    public Optional<LocalDate> date(String name) {
        return last(read(name, "a date such as 2012-12-31", FilterValues::day));
    }

    private static LocalDate day(String text) {
        LocalDate day = LocalDate.parse(text);
        if (!MoneyDate.Check.isIn(day)) {
            throw new IllegalArgumentException(text);
        }
        return day;
    }

    private static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        day(instant.atOffset(ZoneOffset.UTC).toLocalDate().toString());
        return instant;
    }

    Optional<Boolean> flag(String name) {
        return last(read(name, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        }));
    }

    /** When we knew: an instant in UTC, or a date, which means its end. */
    public Optional<Instant> recordedAsOf() {
        return last(read(
                "recordedAsOf",
                "a date such as 2012-12-31 or an instant in UTC",
                text -> text.contains("T")
                        ? instant(text)
                        : day(text)
                                .plusDays(1)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant()
                                .minusNanos(1000)));
    }

    public boolean hasNone(String name) {
        return parameters.getOrDefault(name, List.of()).contains(NONE);
    }

    private static <T> Optional<T> last(Optional<List<T>> values) {
        return values.filter(list -> !list.isEmpty()).map(List::getLast);
    }

    private <T> Optional<List<T>> read(String name, String form, Function<String, T> reader) {
        List<String> given = parameters.get(name);
        if (given == null) {
            return Optional.empty();
        }
        if (given.size() > MOST) {
            fault(name, "too-many", "At most %d values of one filter.".formatted(MOST));
            return Optional.empty();
        }
        List<T> values = new ArrayList<>();
        for (String text : given) {
            try {
                if (!text.equals(NONE)) {
                    values.add(reader.apply(text));
                }
            } catch (RuntimeException e) {
                fault(name, "form", "'%s' is not %s.".formatted(text, form));
            }
        }
        return Optional.of(values);
    }
}
