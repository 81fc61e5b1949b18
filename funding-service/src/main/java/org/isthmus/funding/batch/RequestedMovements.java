package org.isthmus.funding.batch;

import static jakarta.persistence.EnumType.STRING;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.jspecify.annotations.Nullable;

/**
 * Movements that one person asked for and another one confirms, as a whole: until then nothing of them is in the books.
 *
 * <pre>
 * REQUESTED ─► CONFIRMED
 *     └──────► REJECTED
 * </pre>
 */
@Entity
public class RequestedMovements extends Aggregate {

    /** What they were asked for by; it says who may confirm them. */
    @Schema(name = "MovementRequestKind")
    public enum Kind {
        /** Appropriations that the budget authority gave. */
        APPROPRIATIONS("authorising-officer"),
        /** Rows of any type. */
        BATCH("finance-officer", "authorising-officer"),
        /** Commitments of the past, read in documents. */
        PAST("archivist");

        private final List<String> roles;

        Kind(String... roles) {
            this.roles = List.of(roles);
        }

        List<String> roles() {
            return roles;
        }
    }

    /** How far they are. */
    @Schema(name = "MovementRequestStatus")
    enum Status {
        REQUESTED,
        CONFIRMED,
        REJECTED
    }

    @Enumerated(STRING)
    private Kind kind;

    @Enumerated(STRING)
    private Status status = Status.REQUESTED;

    /** The body of a batch. */
    @JdbcTypeCode(SqlTypes.JSON)
    private JsonNode asked;

    private int movements;
    private String requestedBy;
    private LocalDate requestedOn;

    @Nullable
    private String decidedBy;

    @Nullable
    private LocalDate decidedOn;

    @Nullable
    private String rejectionReason;

    RequestedMovements() {} // for Hibernate

    RequestedMovements(Kind kind, JsonNode asked, int movements, String by, LocalDate on) {
        this.kind = kind;
        this.asked = asked;
        this.movements = movements;
        this.requestedBy = by;
        this.requestedOn = on;
    }

    void confirm(String by, LocalDate on) {
        decide(Status.CONFIRMED, by, on);
    }

    void reject(String why, String by, LocalDate on) {
        decide(Status.REJECTED, by, on);
        rejectionReason = why;
    }

    private void decide(Status next, String by, LocalDate on) {
        checkOpen();
        status = next;
        decidedBy = by;
        decidedOn = on;
    }

    void checkOpen() {
        if (status != Status.REQUESTED) {
            throw Refusal.conflict(
                    "requested-movements-decided", "These movements are %s since %s.".formatted(status, decidedOn));
        }
    }

    Kind kind() {
        return kind;
    }

    Status status() {
        return status;
    }

    JsonNode asked() {
        return asked;
    }

    int movements() {
        return movements;
    }

    String requestedBy() {
        return requestedBy;
    }

    LocalDate requestedOn() {
        return requestedOn;
    }

    @Nullable
    String decidedBy() {
        return decidedBy;
    }

    @Nullable
    LocalDate decidedOn() {
        return decidedOn;
    }

    @Nullable
    String rejectionReason() {
        return rejectionReason;
    }
}
