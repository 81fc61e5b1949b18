package org.isthmus.projects.historical;

import static jakarta.persistence.EnumType.STRING;

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
 * Statuses of the past that one archivist entered and another one confirms, as a whole: until then they count nowhere.
 *
 * <pre>
 * REQUESTED ─► CONFIRMED
 *     └──────► REJECTED
 * </pre>
 */
@Entity
class RequestedStatuses extends Aggregate {

    /** How far they are. */
    @Schema(name = "HistoricalStatusesStatus")
    enum Status {
        REQUESTED,
        CONFIRMED,
        REJECTED
    }

    @Enumerated(STRING)
    private Status status = Status.REQUESTED;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<HistoricalProject> asked;

    private String requestedBy;
    private LocalDate requestedOn;

    @Nullable
    private String decidedBy;

    @Nullable
    private LocalDate decidedOn;

    @Nullable
    private String rejectionReason;

    RequestedStatuses() {} // for Hibernate

    RequestedStatuses(List<HistoricalProject> asked, String by, LocalDate on) {
        this.asked = asked;
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
                    "requested-statuses-decided", "These statuses are %s since %s.".formatted(status, decidedOn));
        }
    }

    Status status() {
        return status;
    }

    List<HistoricalProject> asked() {
        return List.copyOf(asked);
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
