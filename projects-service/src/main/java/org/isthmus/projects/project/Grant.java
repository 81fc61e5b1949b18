package org.isthmus.projects.project;

import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * The grant agreement of a project and what the books made of it.
 *
 * <p>SIGNED waits for the books; REFUSED may be signed again. A BOOKED one that the books reverse becomes REFUSED.
 */
record Grant(
        Status status,
        String reference,
        Money amount,
        LocalDate signedOn,
        UUID actionId,
        int signedInVersion,
        @Nullable String code,
        @Nullable String reason) {

    @Schema(name = "GrantStatus")
    enum Status {
        SIGNED,
        BOOKED,
        REFUSED
    }

    static Grant signed(String reference, Money amount, LocalDate signedOn, UUID actionId, int version) {
        return new Grant(Status.SIGNED, reference, amount, signedOn, actionId, version, null, null);
    }

    Grant booked() {
        return new Grant(Status.BOOKED, reference, amount, signedOn, actionId, signedInVersion, null, null);
    }

    Grant refused(String code, String reason) {
        return new Grant(Status.REFUSED, reference, amount, signedOn, actionId, signedInVersion, code, reason);
    }

    boolean awaitsBooking() {
        return status == Status.SIGNED;
    }

    /** What the books hold counts more than what they answered before. */
    boolean isNewlyBookedBy(String commitment, Money committed) {
        return status != Status.BOOKED && reference.equals(commitment) && amount.equals(committed);
    }

    boolean isUndoneWith(String commitment) {
        return status != Status.REFUSED && reference.equals(commitment);
    }
}
