package org.isthmus.funding.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose account it is, and what is known of it: the label is its reference for people. */
public record Owner(
        UUID id,
        String label,
        @Nullable UUID actionId,
        @Nullable UUID projectId,
        @Nullable UUID commitmentId) {

    public static Owner action(UUID actionId, String reference) {
        return new Owner(actionId, reference, actionId, null, null);
    }

    public static Owner commitment(UUID id, String reference, UUID projectId, @Nullable UUID actionId) {
        return new Owner(id, reference, actionId, projectId, id);
    }

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
}
