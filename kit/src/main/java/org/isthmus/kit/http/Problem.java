package org.isthmus.kit.http;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.problem.ProblemType;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.trace.Trace;
import org.jspecify.annotations.Nullable;

/** An error document of RFC 9457: what went wrong, and everything that is wrong. */
@Schema(name = "Problem", description = "RFC 9457 problem document; errors names all that is wrong, at once.")
public record Problem(
        @Schema(required = true, examples = "https://isthmus.example/problems/invalid-request")
        String type,

        @Schema(required = true, examples = "The request is invalid")
        String title,

        @Schema(required = true, examples = "400") int status,
        @Schema(required = true) String detail,
        @Nullable String instance,

        @Schema(required = true, description = "Stable code: branch on this.", examples = "invalid-request")
        String code,

        @Nullable @Schema(description = "The trace to name in a support request.")
        String traceId,

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
                errors.isEmpty() ? null : errors);
    }
}
