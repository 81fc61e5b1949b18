package org.isthmus.funding.payment;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** A payment; who acted on it is for officers and auditors only. */
@Schema(name = "Payment", description = "A payment on a commitment and how far it is.")
record PaymentView(
        @Schema(required = true) UUID id,
        @Schema(required = true) int version,
        @Schema(required = true) UUID commitmentId,
        @Schema(required = true) UUID projectId,
        @Schema(required = true) PaymentKind kind,
        @Schema(required = true) Money amount,
        @Schema(required = true) String reason,
        @Schema(required = true) PaymentStatus status,
        @Schema(required = true) LocalDate requestedOn,
        @Nullable LocalDate authorisedOn,
        @Nullable LocalDate executedOn,
        @Nullable LocalDate rejectedOn,
        @Nullable String rejectionReason,

        @Nullable @Schema(description = "The movement that booked it: /v1/movements/{id}.")
        UUID movementId,

        @Nullable
        @Schema(description = "The movement that undid it: /v1/movements/{id}; left out unless it is REVERSED.")
        UUID reversedBy,

        @Nullable @Schema(description = "For officers and auditors.")
        String requestedBy,

        @Nullable @Schema(description = "For officers and auditors.")
        String authorisedBy,

        @Nullable @Schema(description = "For officers and auditors.")
        String executedBy,

        @Nullable @Schema(description = "For officers and auditors.")
        String rejectedBy) {

    static PaymentView of(Payment p) {
        return of(p, p.requestedBy(), p.authorisedBy(), p.executedBy(), p.rejectedBy());
    }

    static PaymentView withoutNames(Payment p) {
        return of(p, null, null, null, null);
    }

    private static PaymentView of(
            Payment p,
            @Nullable String requestedBy,
            @Nullable String authorisedBy,
            @Nullable String executedBy,
            @Nullable String rejectedBy) {
        return new PaymentView(
                p.id(),
                p.version(),
                p.commitmentId(),
                p.projectId(),
                p.kind(),
                p.amount(),
                p.reason(),
                p.status(),
                p.requestedOn(),
                p.authorisedOn(),
                p.executedOn(),
                p.rejectedOn(),
                p.rejectionReason(),
                p.movementId(),
                p.reversalId(),
                requestedBy,
                authorisedBy,
                executedBy,
                rejectedBy);
    }
}
