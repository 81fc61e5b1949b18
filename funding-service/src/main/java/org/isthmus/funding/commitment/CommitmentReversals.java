package org.isthmus.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.isthmus.funding.booking.ReversalListener;
import org.isthmus.funding.ledger.EntryMeasure;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.values.Money;

/** Brings commitments back to what they were before a movement that has been undone. */
@ApplicationScoped
class CommitmentReversals implements ReversalListener {

    private final Commitments commitments;

    CommitmentReversals(Commitments commitments) {
        this.commitments = commitments;
    }

    @Override
    public void reversed(Movement original, Movement reversal) {
        Map<UUID, Map<EntryMeasure, Money>> changes = new LinkedHashMap<>();
        for (Movement.Entry entry : reversal.entries()) {
            UUID commitment = entry.account().commitmentId();
            EntryMeasure measure = entry.measure();
            if (commitment != null && measure != null) {
                Money value = Money.euros(entry.value());
                changes.computeIfAbsent(commitment, id -> new EnumMap<>(EntryMeasure.class))
                        .merge(measure, measure == EntryMeasure.DECOMMITTED ? value.negated() : value, Money::plus);
            }
        }
        changes.forEach((id, change) -> correct(commitments.fresh(id), change, reversal));
    }

    private void correct(Commitment commitment, Map<EntryMeasure, Money> change, Movement movement) {
        Money nothing = Money.zero(Money.EUR);
        commitment.correct(
                change.getOrDefault(EntryMeasure.COMMITTED, nothing),
                change.getOrDefault(EntryMeasure.DECOMMITTED, nothing),
                change.getOrDefault(EntryMeasure.PAID, nothing),
                movement);
        commitments.all().save(commitment);
    }
}
