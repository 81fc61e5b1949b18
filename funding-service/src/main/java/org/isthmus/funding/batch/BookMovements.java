package org.isthmus.funding.batch;

import static java.util.Objects.requireNonNull;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.isthmus.funding.booking.Booking;
import org.isthmus.funding.booking.Decision;
import org.isthmus.funding.booking.MovementKind;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.access.Deputy;
import org.isthmus.kit.http.BodyCheck;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;

/** Books rows of any kind in their order: each room prepares its own rows at once, then all are decided together. */
@ApplicationScoped
class BookMovements {

    private final List<MovementKind<?>> kinds;
    private final Booking booking;
    private final Caller caller;
    private final Deputy deputy;

    BookMovements(@All List<MovementKind<?>> kinds, Booking booking, Caller caller, Deputy deputy) {
        this.kinds = kinds;
        this.booking = booking;
        this.caller = caller;
        this.deputy = deputy;
    }

    List<Movement> book(List<MovementRequest> rows) {
        return booking.bookAll(decisions(rows));
    }

    /** Refuses what could not be booked now. */
    void check(List<MovementRequest> rows) {
        booking.checkAll(decisions(rows));
    }

    /** The same for one that is asked for on its own. */
    void check(MovementRequest row) {
        booking.check(decisions(List.of(row)).getFirst());
    }

    private List<Decision<?>> decisions(List<MovementRequest> rows) {
        Faults forbidden = new Faults();
        Faults faults = new Faults();
        Map<Integer, Decision<?>> decisions = new TreeMap<>();
        List<OfKind<?>> asked = ofKinds(rows);
        asked.forEach(rowsOfKind -> rowsOfKind.refuseForbidden(deputy, forbidden));
        if (!forbidden.isEmpty()) {
            throw new Refusal(
                    Refusal.Kind.FORBIDDEN,
                    "forbidden",
                    "Some rows are for another role than yours.",
                    forbidden.list());
        }
        asked.forEach(rowsOfKind -> rowsOfKind.check(faults));
        if (!faults.isEmpty()) {
            throw InvalidRequest.of(meaning(rows).list());
        }
        asked.forEach(rowsOfKind -> rowsOfKind.prepare(caller.name(), decisions));
        return List.copyOf(decisions.values());
    }

    @Produces
    BodyCheck<BatchResource.Batch> check() {
        return new BodyCheck<>(
                BatchResource.Batch.class,
                batch -> meaning(Objects.requireNonNullElse(batch.movements(), List.of()))
                        .refuseIfAny(Refusal.Kind.INVALID, "batch-invalid", "The meaning of some rows is wrong."));
    }

    /** What is wrong with the rows, whatever the books hold. */
    Faults meaning(List<MovementRequest> rows) {
        Faults faults = new Faults();
        ofKinds(rows).forEach(rowsOfKind -> rowsOfKind.meaning(faults));
        return faults;
    }

    private List<OfKind<?>> ofKinds(List<MovementRequest> rows) {
        return kinds.stream().<OfKind<?>>map(kind -> OfKind.of(kind, rows)).toList();
    }

    /** The rows of one kind, and their places in the batch. */
    private record OfKind<R extends MovementRequest>(MovementKind<R> kind, List<R> rows, List<Integer> places) {

        static <R extends MovementRequest> OfKind<R> of(MovementKind<R> kind, List<MovementRequest> batch) {
            List<R> rows = new ArrayList<>();
            List<Integer> places = new ArrayList<>();
            for (int place = 0; place < batch.size(); place++) {
                if (kind.body().isInstance(batch.get(place))) {
                    rows.add(requireNonNull(kind.body().cast(batch.get(place))));
                    places.add(place);
                }
            }
            return new OfKind<>(kind, rows, places);
        }

        /** The role that may send a batch may not do all that a batch can hold. */
        void refuseForbidden(Deputy deputy, Faults faults) {
            kind.role()
                    .filter(role -> !deputy.has(role))
                    .ifPresent(role -> places.forEach(place -> faults.add(
                            "/movements/%d/type".formatted(place),
                            "forbidden",
                            "Only the role %s may ask for this.".formatted(role))));
        }

        void check(Faults faults) {
            for (int i = 0; i < rows.size(); i++) {
                kind.check(rows.get(i), "/movements/" + places.get(i), faults);
            }
        }

        void meaning(Faults faults) {
            for (int i = 0; i < rows.size(); i++) {
                Faults ofRow = new Faults();
                kind.meaning(rows.get(i), ofRow);
                faults.addAll("/movements/" + places.get(i), ofRow.list());
            }
        }

        void prepare(String by, Map<Integer, Decision<?>> decisions) {
            if (!rows.isEmpty()) {
                List<? extends Decision<?>> prepared = kind.decisions(rows, by);
                for (int i = 0; i < prepared.size(); i++) {
                    decisions.put(places.get(i), prepared.get(i));
                }
            }
        }
    }
}
