package org.isthmus.funding.commitment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * What other services learn about commitments. Contract: {@code contracts/events/funding.commitments/}.
 *
 * <p>The key is the project, so all that happens to a project's money stays in order.
 */
public sealed interface CommitmentEvent extends Event {

    UUID projectId();

    @Override
    default Envelope envelope() {
        return new Envelope("funding.commitments", type(), projectId());
    }

    /** What happened. */
    String type();

    /**
     * The whole state of a commitment just booked, or after a payment, a decommitment or a reversal.
     *
     * @param paid and what follows from it: absent of the past, of whose payments no source tells
     * @param corrects the movement that this one undoes
     * @param movementOn the day of the movement that made it so, as far as it is known
     */
    record State(
            @JsonIgnore boolean isNew,
            UUID commitmentId,
            int version,
            String reference,
            UUID projectId,
            @Nullable UUID actionId,
            @Nullable UUID workProgrammeId,
            CommitmentKind kind,
            boolean historical,
            @Nullable PartialDate effectiveOn,
            CommitmentStatus status,
            Money committed,
            Money decommitted,
            @Nullable Money paid,
            @Nullable Money recovered,
            @Nullable Money outstanding,
            @Nullable Boolean paymentsUnknown,
            UUID movementId,
            @Nullable PartialDate movementOn,
            @Nullable UUID corrects)
            implements CommitmentEvent {

        @Override
        public String type() {
            return "eu.isthmus.funding.commitment.%s.v1".formatted(isNew ? "booked" : "changed");
        }
    }

    /** A signed grant can't be committed; the detail names every reason. The version is the project's. */
    record Refused(
            UUID projectId, String grantReference, int projectVersion, Money requested, String code, String detail)
            implements CommitmentEvent {

        @Override
        public String type() {
            return "eu.isthmus.funding.commitment.refused.v1";
        }

        @Override
        public int version() {
            return projectVersion;
        }
    }

    public static CommitmentEvent of(Commitment c, boolean isNew) {
        return new State(
                isNew,
                c.id(),
                c.version(),
                c.reference(),
                c.projectId(),
                c.actionId(),
                c.workProgrammeId(),
                c.kind(),
                c.isHistorical(),
                c.dated(),
                c.status(),
                c.committed(),
                c.decommitted(),
                c.isHistorical() ? null : c.paid(),
                c.isHistorical() ? null : Money.zero(Money.EUR),
                c.isHistorical() ? null : c.outstanding(),
                c.isHistorical() ? true : null,
                c.movementId(),
                c.movementOn(),
                c.corrects());
    }
}
