package org.isthmus.kit.http;

import java.util.List;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;

/** The refusal of a request that makes no sense on its own, naming all that is wrong with it. */
public final class InvalidRequest {

    static final String CODE = "invalid-request";

    /** So many are told in one answer; nobody mends more at once. */
    static final int MOST_FAULTS = 100;

    private InvalidRequest() {}

    public static Refusal of(List<Fault> faults) {
        String detail = faults.size() == 1
                ? faults.getFirst().detail()
                : faults.size() > MOST_FAULTS
                        ? "More than %1$d things are wrong; the first %1$d are told".formatted(MOST_FAULTS)
                        : "%d things are wrong".formatted(faults.size());
        return new Refusal(Refusal.Kind.INVALID, CODE, detail, faults);
    }

    public static Refusal parameter(String name, String code, String detail) {
        return of(List.of(Fault.in(name, code, detail)));
    }
}
