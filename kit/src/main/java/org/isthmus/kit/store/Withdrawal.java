package org.isthmus.kit.store;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why versions that were readable are so no more. */
@Schema(
        name = "VersionWithdrawalRequest",
        description =
                "Why the version is withdrawn. Everybody who could read it learns the ground, officers the reason.")
public record Withdrawal(
        @NotNull @Schema(required = true) Ground ground,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "It names participants")
        String reason,

        @Nullable
        @Positive
        @Schema(
                examples = "5",
                description = "The last of several versions that follow each other; absent: only this one.")
        Integer through) {

    /** The kinds of reasons. */
    @Schema(
            name = "WithdrawalGround",
            description = "PERSONAL_DATA: it tells of persons. SAFETY: it puts people in danger. RIGHTS: it is others'"
                    + " to publish. ERROR: it is wrong. OTHER: anything else.")
    public enum Ground {
        PERSONAL_DATA,
        SAFETY,
        RIGHTS,
        ERROR,
        OTHER
    }

    int last(int first) {
        return through == null ? first : through;
    }
}
