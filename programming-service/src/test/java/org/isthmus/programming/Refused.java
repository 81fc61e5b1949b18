package org.isthmus.programming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;

/** What a rule said when it refused. */
public record Refused(Refusal refusal) {

    public static Refused by(Runnable attempt) {
        Refusal refusal = catchThrowableOfType(Refusal.class, attempt::run);
        assertThat(refusal).as("a refusal").isNotNull();
        return new Refused(refusal);
    }

    public Refused with(String code) {
        assertThat(refusal.code()).isEqualTo(code);
        return this;
    }

    /** All that is wrong, as {@code pointer code}. */
    public List<String> faults() {
        return refusal.faults().stream().map(Refused::words).toList();
    }

    private static String words(Fault fault) {
        return fault.pointer() + " " + fault.code();
    }
}
