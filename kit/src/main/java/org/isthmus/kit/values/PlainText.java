package org.isthmus.kit.values;

import org.isthmus.kit.rules.Refusal;

/** Text of people: made of characters, some of which can be seen. */
public final class PlainText {

    private PlainText() {}

    /** The text as it is kept; refused where it is none. */
    public static String of(String read) {
        Characters.fault(read).ifPresent(fault -> {
            throw Refusal.invalid("text-form", fault);
        });
        String kept = Characters.normal(read);
        if (kept.isEmpty()) {
            throw Refusal.invalid("required", "Something that can be seen belongs here; leave out what is not known");
        }
        return kept;
    }
}
