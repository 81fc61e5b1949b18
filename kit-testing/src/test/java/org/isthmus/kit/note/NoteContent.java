package org.isthmus.kit.note;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.jspecify.annotations.Nullable;

/** What a note says. */
@Schema(name = "NoteDraft")
record NoteContent(
        @NotNull @Size(min = 1, max = 40) @Pattern(regexp = "[A-Z0-9-]+")
        String reference,

        @NotNull Text title,
        @NotNull @Size(max = 50) List<@NotNull String> tags,
        @Nullable Money amount) {}
