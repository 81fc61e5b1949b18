package org.isthmus.kit.http;

import java.util.List;
import org.isthmus.kit.problem.ProblemType;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.trace.Trace;
import org.jspecify.annotations.Nullable;

/** An error document of RFC 9457: what went wrong, and everything that is wrong. */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable String instance,
        String code,
        @Nullable String traceId,
        @Nullable List<Fault> errors) {

    static Problem of(
            int status, String code, String detail, List<Fault> errors, Trace trace, @Nullable String instance) {
        return new Problem(
                ProblemType.of(code),
                ProblemType.title(code),
                status,
                detail,
                instance,
                code,
                trace.traceId(),
                errors.isEmpty()
                        ? null
                        : errors.stream().limit(InvalidRequest.MOST_FAULTS).toList());
    }
}
