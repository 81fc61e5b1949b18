package org.isthmus.kit.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;

/** Collects everything that is wrong with a request, so that the caller learns it all at once. */
public final class Faults {

    private final List<Fault> found = new ArrayList<>();

    /** Notes a fault at a JSON pointer of the request body. */
    public Faults add(String pointer, String code, String detail) {
        return add(Fault.at(pointer, code, detail));
    }

    public Faults add(Fault fault) {
        found.add(fault);
        return this;
    }

    public Faults addAll(List<Fault> faults) {
        found.addAll(faults);
        return this;
    }

    /** Notes what is wrong with a part, at the place of that part. */
    public Faults addAll(String at, List<Fault> ofPart) {
        ofPart.forEach(
                fault -> add(at + Objects.requireNonNullElse(fault.pointer(), ""), fault.code(), fault.detail()));
        return this;
    }

    /** Notes a fault unless the condition holds. */
    public Faults require(boolean condition, String pointer, String code, String detail) {
        return condition ? this : add(pointer, code, detail);
    }

    /** Looks at each of a list, with its JSON pointer. */
    public <T> Faults each(String pointer, List<? extends T> things, BiConsumer<String, T> check) {
        for (int i = 0; i < things.size(); i++) {
            check.accept(pointer + "/" + i, things.get(i));
        }
        return this;
    }

    /** Notes each of a list whose member, such as its code, one before it has too, whatever the capitals. */
    public <T> Faults once(
            String pointer, List<? extends T> things, String member, Function<T, Object> value, String detail) {
        Set<Object> seen = new HashSet<>();
        return this.<T>each(
                pointer,
                things,
                (at, thing) -> require(seen.add(folded(value.apply(thing))), at + "/" + member, "named-twice", detail));
    }

    private static Object folded(Object value) {
        return value instanceof String text ? text.toLowerCase(Locale.ROOT) : value;
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public List<Fault> list() {
        return List.copyOf(found);
    }

    public void refuseIfAny(Refusal.Kind kind, String code, String detail) {
        if (!found.isEmpty()) {
            throw new Refusal(kind, code, detail, list());
        }
    }
}
