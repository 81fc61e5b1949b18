package org.isthmus.kit.erasure;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose texts are to be erased, and why. */
@Schema(
        name = "ErasureRequest",
        description =
                "Whose texts are to be erased: those of former versions of a thing that were withdrawn, or, without"
                        + " versions, what the audit log holds of a thing.")
record ErasureRequest(
        @NotNull @Schema(required = true, description = "Id of the thing, as audit lines name it.")
        UUID thing,

        @Nullable
        @Positive
        @Schema(examples = "3", description = "The first of the versions; they were withdrawn before.")
        Integer first,

        @Nullable @Positive @Schema(examples = "4", description = "The last of them; absent: the first alone.")
        Integer last,

        @NotBlank
        @Size(max = 2000)
        @Schema(
                required = true,
                examples = "Request of a participant, register 2026/117",
                description = "Why; it stays, so it repeats nothing of what is erased.")
        String reason) {

    int lastOr(int otherwise) {
        return last == null ? otherwise : last;
    }
}
