/**
 * Reading the books: movements, accounts with their balances, and their entries, by what they are and belong to.
 *
 * <p>Start at {@link MovementResource}. What of it everybody may see is decided where it is
 * written, by whether its project is published.
 */
@Room(
        owns = {"movement_seal", "movement_sealed"},
        reads = {
            "account",
            "attributed_share",
            "attributed_subject",
            "commitment",
            "entry",
            "known_action",
            "known_project",
            "known_region",
            "movement",
            "movement_view",
            "outbox"
        })
package org.isthmus.funding.journal;

import org.isthmus.kit.Room;
