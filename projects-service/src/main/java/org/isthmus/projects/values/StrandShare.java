package org.isthmus.projects.values;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Percent;
import org.jspecify.annotations.Nullable;

/** A strand that a project serves; the first of several is the primary one. */
@Schema(name = "ProjectStrand", description = "A strand that the project serves. The first is the primary one.")
public record StrandShare(
        @NotBlank @Size(max = 100) @Schema(required = true, examples = "migration-development")
        String code,

        @Nullable @Percent @Schema(implementation = String.class, examples = "100.0000", description = Shares.WORDS)
        BigDecimal share,

        @Nullable @Schema(description = "True where no source names the strand and it was read out of the text.")
        Boolean inferred) {

    public StrandShare {
        share = Shares.scaled(share);
    }

    public static StrandShare of(String code, String share) {
        return new StrandShare(code, new BigDecimal(share), null);
    }

    public static StrandShare of(String code) {
        return new StrandShare(code, null, null);
    }

    public static void check(String pointer, List<StrandShare> strands, Faults faults) {
        Shares.check(pointer, strands.stream().map(StrandShare::share).toList(), faults);
        Shares.checkDistinct(pointer, strands.stream().map(StrandShare::code).toList(), faults);
        if (!strands.isEmpty() && strands.stream().anyMatch(other -> other.isMoreThan(strands.getFirst()))) {
            faults.add(pointer, "primary-not-first", "The strand with the largest share comes first.");
        }
    }

    private boolean isMoreThan(StrandShare other) {
        return share != null && other.share != null && share.compareTo(other.share) > 0;
    }
}
