package org.isthmus.funding.commitment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.isthmus.funding.allocation.Purse;
import org.isthmus.funding.allocation.Purses;
import org.isthmus.funding.ledger.Decision;
import org.isthmus.kit.rules.Faults;
import org.jspecify.annotations.Nullable;

/** Promises money to projects: from the allocation of an action, or as the past left it. */
@ApplicationScoped
public class Commit {

    private final Commitments commitments;
    private final Purses purses;
    private final FundingRules rules;

    Commit(Commitments commitments, Purses purses, FundingRules rules) {
        this.commitments = commitments;
        this.purses = purses;
        this.rules = rules;
    }

    /** Notes what a request lacks, whatever the books hold. */
    public void check(NewCommitment asked, String at, Faults faults) {
        FieldRules.check(asked, at, faults);
    }

    /** One decision per request; those of one batch know of each other. */
    public List<Decision> decisions(List<NewCommitment> asked, String by) {
        Set<UUID> actions = asked.stream()
                .filter(one -> !one.isHistorical())
                .map(NewCommitment::actionId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<UUID, Purse> found = purses.of(actions);
        Promised promised = new Promised(
                commitments,
                purses,
                actions,
                asked.stream().map(NewCommitment::reference).toList());
        return asked.stream()
                .<Decision>map(one -> one.isHistorical()
                        ? new HistoricalPromise(one, by, promised)
                        : new IndividualPromise(one, purse(found, one), by, promised, rules.yearsToSign()))
                .toList();
    }

    private static @Nullable Purse purse(Map<UUID, Purse> purses, NewCommitment asked) {
        return asked.actionId() == null ? null : purses.get(asked.actionId());
    }
}
