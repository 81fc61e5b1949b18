package org.isthmus.programming.values;

import static java.math.RoundingMode.UNNECESSARY;

import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Percent;
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
                description = "Per cent, at most four decimals; given for all or for none.")
        BigDecimal share) {

    public static final BigDecimal ALL = new BigDecimal("100.0000");

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

    /** What is wrong with a list of shares: a code named twice, or shares that are given and don't make up the whole. */
    public static Optional<Fault> fault(String pointer, List<Share> shares) {
        if (shares.stream().map(Share::code).distinct().count() < shares.size()) {
            return Optional.of(Fault.at(pointer, "named-twice", "A code is named once."));
        }
        List<BigDecimal> given =
                shares.stream().map(Share::share).filter(Objects::nonNull).toList();
        BigDecimal sum = given.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (given.isEmpty() || (given.size() == shares.size() && sum.compareTo(ALL) == 0)) {
            return Optional.empty();
        }
        return Optional.of(Fault.at(
                pointer,
                "shares-not-100",
                given.size() < shares.size()
                        ? "Shares are given for all or for none."
                        : "Shares add up to %s, not 100.".formatted(sum.toPlainString())));
    }

    /** The part of one code, where it can be told: all of it when it stands alone, its share when shares are given. */
    public static Optional<BigDecimal> part(List<Share> shares, String code) {
        if (shares.stream().noneMatch(share -> share.code.equals(code))) {
            return Optional.of(BigDecimal.ZERO);
        }
        return shares.size() == 1
                ? Optional.of(ALL)
                : shares.stream()
                        .filter(share -> share.code.equals(code))
                        .flatMap(share -> Optional.ofNullable(share.share).stream())
                        .findFirst();
    }
}
