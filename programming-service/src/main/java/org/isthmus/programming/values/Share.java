package org.isthmus.programming.values;

import static java.math.RoundingMode.UNNECESSARY;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Percent;
import org.isthmus.kit.values.PrintedShares;
import org.jspecify.annotations.Nullable;

/** A country or strand that something serves, with its part in per cent where that is known. */
@Schema(name = "CodeShare", description = "A country or strand, with its part in per cent where it is known.")
public record Share(
        @NotBlank @Size(max = 100) @Schema(examples = "migration-development")
        String code,

        @Nullable
        @Percent
        @DecimalMin("0.0001")
        @Schema(
                implementation = String.class,
                examples = "100.0000",
                description = "Per cent as printed, at most four decimals. Below 100 together the rest belongs to none;"
                        + " above it by more than rounding explains they are refused.")
        BigDecimal share) {

    public static final BigDecimal ALL = PrintedShares.WHOLE;

    public Share {
        // Four decimals, so that "100" equals "100.0000".
        share = share == null ? null : share.setScale(4, UNNECESSARY);
    }

    public static Share of(String code) {
        return new Share(code, null);
    }

    public static Share of(String code, String share) {
        return new Share(code, new BigDecimal(share));
    }

    /** Notes a code that is named twice, and shares that make more than the whole and its rounding. */
    public static void check(String pointer, List<Share> shares, Faults faults) {
        faults.require(
                shares.stream().map(Share::code).distinct().count() == shares.size(),
                pointer,
                "named-twice",
                "A code is named once.");
        PrintedShares.check(
                pointer, shares.stream().<@Nullable BigDecimal>map(Share::share).toList(), faults);
    }

    /** The part of one code, where it can be told: its share as printed, or all of it when it stands alone without one. */
    public static Optional<BigDecimal> part(List<Share> shares, String code) {
        if (shares.stream().noneMatch(share -> share.code.equals(code))) {
            return Optional.of(BigDecimal.ZERO);
        }
        return shares.size() == 1 && shares.getFirst().share == null
                ? Optional.of(ALL)
                : shares.stream()
                        .filter(share -> share.code.equals(code))
                        .flatMap(share -> Optional.ofNullable(share.share).stream())
                        .findFirst();
    }
}
