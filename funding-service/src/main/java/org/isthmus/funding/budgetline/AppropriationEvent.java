package org.isthmus.funding.budgetline;

import java.time.LocalDate;
import java.util.UUID;
import org.isthmus.kit.events.Event;
import org.isthmus.kit.values.Money;

/**
 * What other services learn about appropriations. Contract: {@code contracts/events/funding.appropriations/}.
 *
 * <p>Each tells the appropriation as it is now; the movement is the one that made it so.
 */
record AppropriationEvent(
        UUID appropriationId,
        int version,
        String budgetLine,
        int year,
        Appropriation.Kind kind,
        Money amount,
        LocalDate effectiveOn,
        Appropriation.Status status,
        UUID movementId)
        implements Event {

    static AppropriationEvent of(Appropriation appropriation, UUID movement) {
        return new AppropriationEvent(
                appropriation.id(),
                appropriation.version(),
                appropriation.budgetLine(),
                appropriation.year(),
                appropriation.kind(),
                appropriation.amount(),
                appropriation.effectiveOn(),
                appropriation.status(),
                movement);
    }

    @Override
    public Envelope envelope() {
        return new Envelope("funding.appropriations", type(), appropriationId);
    }

    private String type() {
        return switch (status) {
            case BOOKED -> "eu.isthmus.funding.appropriation.booked.v1";
            case REVERSED -> "eu.isthmus.funding.appropriation.reversed.v1";
        };
    }
}
