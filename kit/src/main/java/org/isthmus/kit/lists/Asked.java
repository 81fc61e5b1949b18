package org.isthmus.kit.lists;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.lists.Parameter.Times;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Fault;

/** The values that a request gives to the {@link Parameters} of its operation, and all that is wrong with them. */
public final class Asked {

    /** Stands for "has none" among the values of a filter. */
    public static final Object NONE = new Object() {
        @Override
        public String toString() {
            return "none";
        }
    };

    /** What stands for bytes that are no UTF-8, once they are read. */
    private static final char UNREADABLE = '\ufffd';

    private static final int MOST_VALUES = 200;
    private static final int LONGEST_SHOWN = 60;

    private final Map<String, List<Object>> values = new LinkedHashMap<>();
    private final Parameters parameters;
    private final List<Fault> faults = new ArrayList<>();

    Asked(Parameters parameters, MultivaluedMap<String, String> given) {
        this.parameters = parameters;
        given.forEach((name, texts) -> {
            Parameter parameter = parameters.declared().get(name);
            if (parameter == null) {
                fault(name, "unknown-parameter", unknown(name));
            } else {
                values.put(name, read(parameter, texts));
            }
        });
        checkRanges();
    }

    private String unknown(String name) {
        String allowed = String.join(", ", parameters.declared().keySet());
        return allowed.isEmpty()
                ? "There is no parameter '%s' here; this operation takes none.".formatted(shown(name))
                : "There is no parameter '%s' here. There %s %s."
                        .formatted(shown(name), parameters.declared().size() == 1 ? "is only" : "are", allowed);
    }

    private List<Object> read(Parameter parameter, List<String> texts) {
        if (!parameter.times().isRepeated() && texts.size() > 1) {
            fault(parameter.name(), "repeated", "It is given once, not %d times.".formatted(texts.size()));
            return List.of();
        }
        if (texts.size() > MOST_VALUES) {
            fault(parameter.name(), "too-many", "At most %d values of one filter.".formatted(MOST_VALUES));
            return List.of();
        }
        List<String> single =
                parameter.times() == Times.LISTED ? List.of(texts.getFirst().split(",", -1)) : texts;
        List<Object> read = new ArrayList<>();
        single.forEach(text -> value(parameter, text).ifPresent(read::add));
        if (parameter.times() == Times.LISTED && read.stream().distinct().count() < read.size()) {
            fault(parameter.name(), "repeated", "Each name stands there once.");
        }
        return read;
    }

    private Optional<Object> value(Parameter parameter, String text) {
        if (text.isBlank()) {
            fault(
                    parameter.name(),
                    "empty",
                    "It is given without a value: %s belongs here.".formatted(form(parameter)));
            return Optional.empty();
        }
        if (text.indexOf(UNREADABLE) >= 0) {
            fault(parameter.name(), "form", "'%s' is not UTF-8 behind its percent signs.".formatted(shown(text)));
            return Optional.empty();
        }
        if (parameter.times() == Times.REPEATED && text.equals("none")) {
            return Optional.of(NONE);
        }
        if (!parameter.allowed().isEmpty() && !parameter.allowed().contains(text)) {
            fault(parameter.name(), "form", "'%s' is not known here: %s.".formatted(shown(text), form(parameter)));
            return Optional.empty();
        }
        try {
            return Optional.of(parameter.type().read(text));
        } catch (RuntimeException e) {
            fault(parameter.name(), "form", "'%s' is not %s.".formatted(shown(text), form(parameter)));
            return Optional.empty();
        }
    }

    private static String form(Parameter parameter) {
        return parameter.allowed().isEmpty()
                ? parameter.type().words()
                : "one of " + String.join(", ", parameter.allowed());
    }

    /** One range everywhere: {@code xFrom} to {@code xTo}, and never the other way round. */
    @SuppressWarnings({"unchecked", "rawtypes"})
    private void checkRanges() {
        values.forEach((name, from) -> {
            List<Object> to = name.endsWith("From")
                    ? values.getOrDefault(name.substring(0, name.length() - 4) + "To", List.of())
                    : List.of();
            if (!from.isEmpty() && !to.isEmpty() && ((Comparable) from.getFirst()).compareTo(to.getFirst()) > 0) {
                fault(name, "range", "%s comes after %s.".formatted(from.getFirst(), to.getFirst()));
            }
        });
    }

    public boolean has(String name) {
        return !values.getOrDefault(name, List.of()).isEmpty();
    }

    /** All values of one, {@link #NONE} among them. */
    public List<Object> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** Its values but {@link #NONE}. */
    public List<Object> given(String name) {
        return all(name).stream().filter(value -> !NONE.equals(value)).toList();
    }

    /** Whether what has none is asked for. */
    public boolean asksNone(String name) {
        return all(name).contains(NONE);
    }

    /**
     * The condition that a filter makes, after {@code and}; nothing where it is not asked for.
     *
     * @param any what has one of its values, each of them bound
     * @param none what has none
     */
    public Query condition(String name, Query any, Query none) {
        Query condition = new Query();
        if (has(name)) {
            condition.add(" and (");
            if (!given(name).isEmpty()) {
                condition.add(any);
            }
            if (asksNone(name)) {
                condition.add(given(name).isEmpty() ? "" : " or ").add(none);
            }
            condition.add(")");
        }
        return condition;
    }

    /** The same, of a condition in which each question mark stands for all the values given. */
    public Query condition(String name, String any, String none) {
        long marks = any.chars().filter(mark -> mark == '?').count();
        return condition(
                name,
                Query.of(any, Collections.nCopies((int) marks, given(name)).toArray()),
                Query.of(none));
    }

    /** The names of a parameter that lists some. */
    public List<String> names(String name) {
        return all(name).stream().map(Object::toString).toList();
    }

    /** The only value of one that is given once. */
    public <T> Optional<T> one(String name, Class<T> type) {
        return all(name).stream().findFirst().map(type::cast);
    }

    public boolean flag(String name) {
        return one(name, Boolean.class).orElse(false);
    }

    /** Notes something else that is wrong. */
    public void fault(String parameter, String code, String detail) {
        faults.add(Fault.in(parameter, code, detail));
    }

    public boolean isFaulty() {
        return !faults.isEmpty();
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** Refuses with 400 and all that is wrong. */
    public void refuseIfFaulty() {
        if (isFaulty()) {
            throw InvalidRequest.of(faults);
        }
    }

    Map<String, List<Object>> values() {
        return values;
    }

    Parameters parameters() {
        return parameters;
    }

    static String shown(String text) {
        String line = text.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_SHOWN ? line : line.substring(0, LONGEST_SHOWN) + "...";
    }
}
