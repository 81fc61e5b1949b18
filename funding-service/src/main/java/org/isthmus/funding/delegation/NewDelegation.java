package org.isthmus.funding.delegation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.funding.booking.MoneyDate;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Money;

/** What an officer delegates of its own role. */
@Schema(description = "A role that an officer gives a deputy for a time, up to an amount in one act.")
record NewDelegation(
        @NotBlank
        @Size(max = 200)
        @Schema(
                required = true,
                examples = "programme-officer",
                description = "The person, as the claim of its tokens names it; case, width and blanks do not count.")
        String deputy,

        @NotNull @Schema(required = true) DelegatedRole role,

        @NotNull @MoneyDate @Schema(required = true, description = "The first day.")
        LocalDate from,

        @NotNull @MoneyDate @Schema(required = true, description = "The last day, within 365 days of the first.")
        LocalDate to,

        @NotNull @Schema(required = true, description = "The most that one act may be about, in EUR.")
        Money upTo,

        @NotBlank @Size(max = 2000) @Schema(required = true, examples = "Leave in August")
        String reason) {

    private static final int LONGEST = 365;

    void check(Faults faults) {
        faults.require(!to.isBefore(from), "/to", "reversed", "It ends before it begins.");
        faults.require(
                to.toEpochDay() - from.toEpochDay() <= LONGEST,
                "/to",
                "too-long",
                "A delegation ends within %d days of its first.".formatted(LONGEST));
        faults.require(
                upTo.currency().equals(Money.EUR) && upTo.isPositive(),
                "/upTo",
                "amount-not-positive",
                "More than 0.00 EUR belongs here, not %s.".formatted(upTo));
    }
}
