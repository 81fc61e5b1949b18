package org.isthmus.funding.commitment;

import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.PartialDate.Precision;

/** What a request for a commitment must say, whatever the books hold. */
final class FieldRules {

    private FieldRules() {}

    static void check(NewCommitment asked, String at, Faults faults) {
        if (asked.isHistorical()) {
            faults.require(
                    asked.source() != null,
                    at + "/source",
                    "required",
                    "A commitment of the past names the document that it was read in.");
            faults.require(
                    asked.actionId() == null,
                    at + "/actionId",
                    "not-allowed",
                    "A commitment of the past is drawn from no action's allocation.");
            return;
        }
        faults.require(
                asked.actionId() != null,
                at + "/actionId",
                "required",
                "An individual commitment names the action whose allocation it is drawn from.");
        faults.require(
                asked.effectiveOn() != null && asked.effectiveOn().precision() == Precision.DAY,
                at + "/effectiveOn",
                "day-required",
                "The day of a signature is known.");
    }
}
