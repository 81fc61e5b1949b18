package org.isthmus.funding.batch;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.isthmus.funding.allocation.Allocate;
import org.isthmus.funding.allocation.NewAllocation;
import org.isthmus.funding.commitment.Commit;
import org.isthmus.funding.commitment.Decommit;
import org.isthmus.funding.commitment.DecommitmentOf;
import org.isthmus.funding.commitment.NewCommitment;
import org.isthmus.funding.ledger.Bookable;
import org.isthmus.funding.ledger.Booking;
import org.isthmus.funding.ledger.Decision;
import org.isthmus.funding.line.Appropriate;
import org.isthmus.funding.line.NewAppropriation;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Faults;

/** Books the rows of a batch in their order: each room prepares its own rows at once, then all are decided together. */
@ApplicationScoped
class BookMovements {

    private final Appropriate appropriate;
    private final Allocate allocate;
    private final Commit commit;
    private final Decommit decommit;
    private final Booking booking;

    BookMovements(Appropriate appropriate, Allocate allocate, Commit commit, Decommit decommit, Booking booking) {
        this.appropriate = appropriate;
        this.allocate = allocate;
        this.commit = commit;
        this.decommit = decommit;
        this.booking = booking;
    }

    List<Booking.Booked> book(List<Bookable> rows, String by) {
        Faults faults = new Faults();
        for (int row = 0; row < rows.size(); row++) {
            if (rows.get(row) instanceof NewCommitment asked) {
                commit.check(asked, "/movements/" + row, faults);
            }
        }
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(faults.list());
        }
        Decision[] decisions = new Decision[rows.size()];
        prepare(rows, NewAppropriation.class, decisions, appropriate::decisions, by);
        prepare(rows, NewAllocation.class, decisions, allocate::decisions, by);
        prepare(rows, NewCommitment.class, decisions, commit::decisions, by);
        prepare(
                rows,
                DecommitmentOf.class,
                decisions,
                (asked, who) ->
                        asked.stream().map(one -> decommit.decision(one, who)).toList(),
                by);
        return booking.bookAll(Arrays.asList(decisions));
    }

    private static <T> void prepare(
            List<Bookable> rows,
            Class<T> type,
            Decision[] decisions,
            BiFunction<List<T>, String, List<Decision>> room,
            String by) {
        List<T> asked = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            if (type.isInstance(rows.get(row))) {
                asked.add(type.cast(rows.get(row)));
                places.add(row);
            }
        }
        if (!asked.isEmpty()) {
            List<Decision> prepared = room.apply(asked, by);
            for (int i = 0; i < prepared.size(); i++) {
                decisions[places.get(i)] = prepared.get(i);
            }
        }
    }
}
