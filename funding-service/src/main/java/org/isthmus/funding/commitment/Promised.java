package org.isthmus.funding.commitment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** What the promises of one request share: the references that are taken, and those made so far, written at the end. */
final class Promised {

    private final Commitments commitments;
    private final List<String> references;
    private final List<Commitment> made = new ArrayList<>();
    private @Nullable Set<String> taken;

    Promised(Commitments commitments, List<String> references) {
        this.commitments = commitments;
        this.references = references;
    }

    /** Takes a reference, or notes that there is one: a commitment, looked up once the books are locked, or a row before. */
    void take(String reference, Faults faults) {
        if (taken == null) {
            taken = new HashSet<>(commitments.taken(references));
        }
        faults.require(
                taken.add(reference),
                "/reference",
                "reference-taken",
                "There is a commitment %s already; a reference is never used again.".formatted(reference));
    }

    CommitmentView add(Commitment commitment) {
        made.add(commitment);
        return CommitmentView.of(commitment);
    }

    /** Does nothing the second time. */
    void write() {
        if (!made.isEmpty()) {
            commitments.keepNew(List.copyOf(made));
            made.clear();
        }
    }
}
