package org.isthmus.kit.rules;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** One thing that is wrong: where (a JSON pointer into the body or the name of a parameter), its code, and a sentence. */
@Schema(description = "One thing that is wrong, and where.")
public record Fault(
        @Nullable @Schema(description = "JSON pointer into the request body.", examples = "/actions/0/expectedResults")
        String pointer,

        @Nullable @Schema(description = "Name of the query, path or header parameter.", examples = "limit")
        String parameter,

        @Schema(required = true, description = "Stable code.", examples = "required")
        String code,

        @Schema(required = true, description = "A sentence for people.")
        String detail) {

    public static Fault at(String pointer, String code, String detail) {
        return new Fault(pointer, null, code, detail);
    }

    public static Fault in(String parameter, String code, String detail) {
        return new Fault(null, parameter, code, detail);
    }
}
