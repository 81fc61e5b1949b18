package org.isthmus.programming.coverage;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What we know of a commitment: its newest state as the ledger told it. Amounts are in euros. */
@Entity
@SuppressWarnings("UnusedVariable") // SQL reads what Java only writes
class KnownCommitment {

    @Id
    private UUID id;

    private int version;
    private UUID projectId;
    private @Nullable UUID actionId;
    private boolean historical;
    private @Nullable LocalDate effectiveOn;
    private BigDecimal committed;
    private BigDecimal decommitted;
    private BigDecimal paid;
    private BigDecimal recovered;
    private BigDecimal outstanding;

    @SuppressWarnings("NullAway.Init") // for Hibernate
    KnownCommitment() {}

    @SuppressWarnings("NullAway.Init") // take gives it all the rest
    KnownCommitment(UUID id) {
        this.id = id;
    }

    void take(CommitmentConsumer.State state) {
        version = state.version();
        projectId = state.projectId();
        actionId = state.actionId();
        historical = state.historical();
        effectiveOn = state.effectiveOn() == null ? null : state.effectiveOn().first();
        committed = state.committed().amount();
        decommitted = state.decommitted().amount();
        paid = state.paid().amount();
        recovered = state.recovered().amount();
        outstanding = state.outstanding().amount();
    }

    @Nullable
    UUID actionId() {
        return actionId;
    }
}
