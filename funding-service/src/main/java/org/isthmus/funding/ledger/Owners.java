package org.isthmus.funding.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What of an owner goes into which column, and how an account shows. */
final class Owners {

    private Owners() {}

    static @Nullable String label(@Nullable Owner owner) {
        return owner == null ? null : owner.label();
    }

    static @Nullable UUID action(@Nullable Owner owner) {
        return owner == null ? null : owner.actionId();
    }

    static @Nullable UUID project(@Nullable Owner owner) {
        return owner == null ? null : owner.projectId();
    }

    static @Nullable UUID commitment(@Nullable Owner owner) {
        return owner == null ? null : owner.commitmentId();
    }

    static Movement.AccountName name(UUID id, AccountKey key) {
        Owner owner = key.owner();
        boolean commitment = commitment(owner) != null;
        return new Movement.AccountName(
                id,
                key.kind(),
                key.budgetLine(),
                key.year(),
                commitment ? null : label(owner),
                commitment ? label(owner) : null,
                action(owner),
                project(owner),
                commitment(owner));
    }
}
