package org.isthmus.kit.rules;

import org.jspecify.annotations.Nullable;

/** One thing that is wrong: where (a JSON pointer into the body or the name of a parameter), its code, and a sentence. */
public record Fault(@Nullable String pointer, @Nullable String parameter, String code, String detail) {

    public static Fault at(String pointer, String code, String detail) {
        return new Fault(pointer, null, code, detail);
    }

    public static Fault in(String parameter, String code, String detail) {
        return new Fault(null, parameter, code, detail);
    }
}
