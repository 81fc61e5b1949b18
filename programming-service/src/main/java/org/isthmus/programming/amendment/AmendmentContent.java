package org.isthmus.programming.amendment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.HasCome;
import org.isthmus.programming.action.ActionContent;
import org.jspecify.annotations.Nullable;

/** All actions as they shall be, and why. */
@Schema(name = "AmendmentDraft", description = "All actions as they shall be, and why.")
public record AmendmentContent(
        @NotBlank @Size(max = 2000) String reason,

        @Nullable
        @Schema(
                description =
                        "Day of the act, where it needs no decision of the committee; today without it. What follows in the books is dated by it.")
        @HasCome(groups = HasCome.Meaning.class)
        LocalDate adoptedOn,

        @NotEmpty @Size(max = 200) List<@NotNull @Valid ActionContent> actions) {}
