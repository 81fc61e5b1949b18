package org.isthmus.funding.decommitment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.funding.booking.RefusedRequest;
import org.isthmus.funding.commitment.Commitment;
import org.isthmus.funding.commitment.CommitmentAccounts;
import org.isthmus.funding.commitment.CommitmentView;
import org.isthmus.funding.commitment.Commitments;
import org.isthmus.funding.ledger.AccountKey;
import org.isthmus.funding.ledger.Books;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Leg;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.funding.ledger.MovementType;
import org.isthmus.funding.ledger.Posting;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Gives back what a commitment does not need.
 *
 * <p>Entered within the budget year it returns to the action's allocation and can be committed again; later, or for a
 * commitment of the past, it lapses.
 */
@ApplicationScoped
public class Decommit implements MovementKind<DecommitmentOf> {

    private final Commitments commitments;
    private final Clock clock;

    Decommit(Commitments commitments, Clock clock) {
        this.commitments = commitments;
        this.clock = clock;
    }

    @Override
    public Class<DecommitmentOf> body() {
        return DecommitmentOf.class;
    }

    public Decision<CommitmentView> decision(UUID commitment, NewDecommitment asked, String by) {
        return new BookDecommitment(commitments.get(commitment), asked, today(), by, true, commitments);
    }

    /** For a batch: an unknown commitment is a fault of its row. */
    @Override
    public List<Decision<CommitmentView>> decisions(List<DecommitmentOf> asked, String by) {
        return asked.stream().map(one -> decision(one, by)).toList();
    }

    private Decision<CommitmentView> decision(DecommitmentOf asked, String by) {
        return commitments
                .findByIdOptional(asked.commitmentId())
                .<Decision<CommitmentView>>map(
                        commitment -> new BookDecommitment(commitment, asked.asked(), today(), by, false, commitments))
                .orElseGet(() -> {
                    Faults faults = new Faults();
                    meaning(asked, faults);
                    return new RefusedRequest<>(faults.list());
                });
    }

    @Override
    @SuppressWarnings("ConstantConditions") // a member that could not be read is missing
    public void meaning(DecommitmentOf asked, Faults faults) {
        UUID id = asked.commitmentId();
        Optional<Commitment> known = id == null ? Optional.empty() : commitments.findByIdOptional(id);
        faults.require(
                id == null || known.isPresent(),
                "/commitmentId",
                "commitment-unknown",
                "There is no commitment %s.".formatted(id));
        known.ifPresentOrElse(
                commitment -> DecommitmentRules.check(commitment, asked.asked(), faults),
                () -> DecommitmentRules.checkAmount(asked.amount(), faults));
    }

    /** Of one commitment: what can be seen without it. */
    @Produces
    BodyCheck<NewDecommitment> check() {
        return new BodyCheck<>(NewDecommitment.class, asked -> {
            Faults faults = new Faults();
            DecommitmentRules.checkAmount(asked.amount(), faults);
            faults.refuseIfAny(Refusal.Kind.INVALID, "decommitment-invalid", "Its meaning is wrong.");
        });
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** @param isStep whether it is asked for of this commitment alone, so that the caller may say which version it has seen */
    private record BookDecommitment(
            Commitment commitment,
            NewDecommitment asked,
            LocalDate today,
            String by,
            boolean isStep,
            Commitments commitments)
            implements Decision<CommitmentView> {

        @Override
        public List<AccountKey> accounts() {
            return List.of(CommitmentAccounts.committed(commitment), receiver());
        }

        /** What is entered after the budget year was lost with it, whatever day it is dated. */
        private AccountKey receiver() {
            AccountKey allocation = CommitmentAccounts.allocation(commitment);
            Integer year = commitment.year();
            boolean inTime = year != null && today.getYear() <= year;
            return allocation != null && inTime ? allocation : CommitmentAccounts.lapsed(commitment);
        }

        @Override
        public LocalDate effectiveOn() {
            return asked.effectiveOn().first();
        }

        @Override
        public String takenBackAt() {
            return "/amount";
        }

        @Override
        public @Nullable Posting decide(Books books, Faults faults) {
            Commitment fresh = commitments.fresh(commitment.id());
            if (isStep) {
                commitments.all().checkSeen(fresh);
            }
            DecommitmentRules.check(fresh, asked, faults);
            if (!faults.isEmpty()) {
                return null;
            }
            List<Leg> legs = List.of(
                    Leg.of(
                                    CommitmentAccounts.committed(commitment),
                                    asked.amount().negated())
                            .counted(EntryMeasure.DECOMMITTED),
                    Leg.of(receiver(), asked.amount()));
            books.refuseOverdrawn(legs, "/amount", faults);
            return faults.isEmpty()
                    ? Posting.of(MovementType.DECOMMIT, asked.effectiveOn(), asked.reason(), by, legs)
                    : null;
        }

        @Override
        public CommitmentView booked(Movement movement) {
            commitment.decommit(asked.amount(), movement);
            return commitments.all().save(commitment);
        }
    }
}
