package org.isthmus.kit.store;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Embeddable;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import org.isthmus.kit.rules.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * How far what one person asks for is, which counts nowhere until another one confirms it, as a whole. Who may, four eyes say.
 *
 * <pre>
 * REQUESTED ─► CONFIRMED
 *     └──────► REJECTED
 * </pre>
 */
@Embeddable
public class Confirmation {

    @Enumerated(STRING)
    private ConfirmationStatus status = ConfirmationStatus.REQUESTED;

    private String requestedBy;
    private LocalDate requestedOn;

    @Nullable
    private String decidedBy;

    @Nullable
    private LocalDate decidedOn;

    @Nullable
    private String rejectionReason;

    Confirmation() {} // for Hibernate

    public Confirmation(String requestedBy, LocalDate requestedOn) {
        this.requestedBy = requestedBy;
        this.requestedOn = requestedOn;
    }

    public void confirm(String by, LocalDate on) {
        decide(ConfirmationStatus.CONFIRMED, by, on);
    }

    public void reject(String why, String by, LocalDate on) {
        decide(ConfirmationStatus.REJECTED, by, on);
        rejectionReason = why;
    }

    private void decide(ConfirmationStatus next, String by, LocalDate on) {
        checkOpen();
        status = next;
        decidedBy = by;
        decidedOn = on;
    }

    public void checkOpen() {
        if (status != ConfirmationStatus.REQUESTED) {
            throw Refusal.conflict("request-decided", "This is %s since %s.".formatted(status, decidedOn));
        }
    }

    public ConfirmationStatus status() {
        return status;
    }

    public String requestedBy() {
        return requestedBy;
    }

    public LocalDate requestedOn() {
        return requestedOn;
    }

    public @Nullable String decidedBy() {
        return decidedBy;
    }

    public @Nullable LocalDate decidedOn() {
        return decidedOn;
    }

    public @Nullable String rejectionReason() {
        return rejectionReason;
    }
}
