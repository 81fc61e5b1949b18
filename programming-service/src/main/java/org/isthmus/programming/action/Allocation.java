package org.isthmus.programming.action;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.jspecify.annotations.Nullable;

/** What became of the money that an adopted action asks for: the ledger answers later, booked or refused. */
@Schema(name = "AllocationOfAction", description = "What the ledger answered to the adoption.")
public record Allocation(
        @Schema(required = true) Status status,

        @Nullable @Schema(description = "What is allocated now.")
        Money amount,

        @Nullable
        @Schema(
                description = "The movement that booked it.",
                examples = "/v1/movements/01932f6e-0000-7000-8000-00000000b001")
        String movement,

        @Nullable @Schema(description = "What was asked for and refused.")
        Money requested,

        @Nullable @Schema(description = "Why it was refused, as a stable code.", examples = "appropriation-exceeded")
        String code,

        @Nullable @Schema(description = "Why it was refused, as a sentence.")
        String detail) {

    /** How far the ledger has come with it. */
    @Schema(name = "ActionAllocationStatus")
    public enum Status {
        REQUESTED,
        BOOKED,
        REFUSED
    }

    /** Asked for, while what was booked before still stands. */
    public static Allocation asked(@Nullable Allocation before) {
        return new Allocation(
                Status.REQUESTED,
                before == null ? null : before.amount,
                before == null ? null : before.movement,
                null,
                null,
                null);
    }

    public static Allocation booked(Money amount, @Nullable UUID movement) {
        return new Allocation(
                Status.BOOKED, amount, movement == null ? null : "/v1/movements/" + movement, null, null, null);
    }

    /** Refused, while what was booked before still stands. */
    public static Allocation refused(
            @Nullable Allocation before, @Nullable Money requested, String code, String detail) {
        return new Allocation(
                Status.REFUSED,
                before == null ? null : before.amount,
                before == null ? null : before.movement,
                requested,
                code,
                detail);
    }
}
