package org.isthmus.funding.delegation;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** A delegation as officers and auditors see it. */
@Schema(name = "Delegation", description = "A role that a deputy has for a time, up to an amount in one act.")
record DelegationView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) String deputy,

        @Schema(required = true, description = "On whose behalf the deputy acts.")
        String delegator,

        @Schema(required = true) DelegatedRole role,
        @Schema(required = true) LocalDate from,
        @Schema(required = true) LocalDate to,
        @Schema(required = true) Money upTo,
        @Schema(required = true) String reason,
        @Schema(required = true) Delegation.Status status,
        @Nullable String confirmedBy,
        @Nullable String revokedBy,
        @Nullable LocalDate revokedOn) {

    static DelegationView of(Delegation delegation) {
        return new DelegationView(
                delegation.id(),
                delegation.version(),
                delegation.deputy(),
                delegation.delegator(),
                delegation.role(),
                delegation.fromOn(),
                delegation.toOn(),
                delegation.upTo(),
                delegation.reason(),
                delegation.status(),
                delegation.confirmedBy(),
                delegation.revokedBy(),
                delegation.revokedOn());
    }
}
