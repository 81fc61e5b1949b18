package org.isthmus.funding.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.booking.MovementRequest;
import org.isthmus.funding.ledger.Movement;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.access.Deputy;
import org.isthmus.kit.http.Answers;
import org.isthmus.kit.http.InvalidRequest;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregates;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Takes movements from their request to the books, by two persons: the rules are told to who asks, and hold when the other
 * one confirms.
 */
@ApplicationScoped
public class RequestMovements {

    private final Aggregates<RequestedMovements, RequestedMovementsView> requests;
    private final MovementRequests repository;
    private final BookMovements movements;
    private final ObjectMapper json;
    private final Caller caller;
    private final Deputy deputy;
    private final Clock clock;

    RequestMovements(
            MovementRequests requests,
            BookMovements movements,
            ObjectMapper json,
            Caller caller,
            Deputy deputy,
            Clock clock) {
        this.repository = requests;
        this.requests = requests.all();
        this.movements = movements;
        this.json = json;
        this.caller = caller;
        this.deputy = deputy;
        this.clock = clock;
    }

    /** What the rules allow now; 202 with where to confirm it. */
    public RestResponse<RequestedMovementsView> request(RequestedMovements.Kind kind, List<MovementRequest> rows) {
        refuseElsewhere(kind, rows);
        if (kind == RequestedMovements.Kind.APPROPRIATIONS) {
            movements.check(rows.getFirst());
        } else {
            movements.check(rows);
        }
        RequestedMovements asked = new RequestedMovements(
                kind, json.valueToTree(new BatchResource.Batch(rows)), rows.size(), caller.name(), today());
        RestResponse<RequestedMovementsView> created = requests.create(asked);
        return Answers.accepted("/v1/movement-requests/" + asked.id(), created);
    }

    /** Told with all else that is wrong with the rows. */
    private void refuseElsewhere(RequestedMovements.Kind kind, List<MovementRequest> rows) {
        Faults elsewhere = new Faults();
        elsewhere.each(
                "/movements",
                rows,
                (at, row) -> elsewhere.require(
                        row.isHistorical() == (kind == RequestedMovements.Kind.PAST),
                        at + "/kind",
                        "past-elsewhere",
                        "Commitments of the past are entered at /v1/historical-commitments, by an archivist."));
        if (elsewhere.isEmpty()) {
            return;
        }
        List<Fault> meaning = movements.meaning(rows).list();
        if (!meaning.isEmpty()) {
            elsewhere.addAll("", meaning);
            throw InvalidRequest.of(elsewhere.list());
        }
        elsewhere.refuseIfAny(
                Refusal.Kind.INVALID, "past-elsewhere", "Facts of the past have an operation of their own.");
    }

    /** What was confirmed, and what it booked. */
    record Confirmed(RequestedMovementsView request, List<Movement> movements) {}

    Confirmed confirm(UUID id) {
        RequestedMovements asked = requests.get(id);
        requests.checkSeen(asked);
        asked.confirmation().checkOpen();
        requireRole(asked);
        List<Movement> booked = movements.book(rows(asked).movements());
        asked.confirmation().confirm(caller.name(), today());
        return new Confirmed(requests.save(asked), booked);
    }

    RestResponse<RequestedMovementsView> reject(UUID id, String reason) {
        return requests.step(id, asked -> {
            requireRole(asked);
            asked.confirmation().reject(reason, caller.name(), today());
        });
    }

    /** What one asks for, as it was sent. */
    BatchResource.Batch rows(UUID id) {
        return rows(repository.findById(id));
    }

    private BatchResource.Batch rows(RequestedMovements asked) {
        try {
            return json.treeToValue(asked.asked(), BatchResource.Batch.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read the rows of a request", e);
        }
    }

    private void requireRole(RequestedMovements asked) {
        List<String> roles = asked.kind().roles();
        if (roles.stream().noneMatch(deputy::has)) {
            throw Refusal.forbidden("forbidden", "%s are for %s.".formatted(asked.kind(), String.join(" or ", roles)));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
