package org.isthmus.projects.project;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.projects.project.ProjectEvent.Transition;
import org.jspecify.annotations.Nullable;

/**
 * A project that public money pays for.
 *
 * <p>It leaves the pipeline only when the books have taken in its grant, and comes back when they reverse it before
 * anything was paid; money of the past that they hold for it leaves its status unknown. A booked grant gives it the
 * contribution and the programme where no source does. Every change of status keeps its date and reason.
 * It is public from an explicit act on.
 */
@Entity
class Project extends Aggregate {

    private String reference;

    @Enumerated(STRING)
    private ProjectStatus status;

    private boolean published;

    @Nullable
    private String unpublishedReason;

    @JdbcTypeCode(SqlTypes.JSON)
    private ProjectContent content;

    @JdbcTypeCode(SqlTypes.JSON)
    private List<Move> moves = new ArrayList<>();

    @Nullable
    @Column(name = "grant_state")
    @JdbcTypeCode(SqlTypes.JSON)
    private Grant grant;

    private Instant changedAt;

    @Transient
    private @Nullable ProjectContext context;

    @Transient
    private Transition happened = Transition.CHANGED;

    @Transient
    private Grant.@Nullable Signature signed;

    Project() {} // for Hibernate

    Project(ProjectContent content, Instant now) {
        this.reference = content.reference();
        this.content = content;
        this.changedAt = now;
        ProjectContent.HistoricalStatus past = content.historicalStatus();
        this.status = past == null ? ProjectStatus.PIPELINE : past.status();
        if (past != null) {
            moves.add(new Move(null, past.status(), null, past.reason()));
        }
    }

    /** Saying the same again changes nothing. */
    void revise(ProjectContent revised) {
        ProjectRules.checkRevision(this, revised);
        if (!revised.equals(content)) {
            content = revised;
        }
    }

    void move(ProjectStatus to, PartialDate date, String reason) {
        ProjectRules.checkMove(this, to, date);
        become(to, date, reason);
    }

    /** The version that carries the signature is the next one: an answer to an earlier signature is told apart by it. */
    void sign(Grant.Signature agreement) {
        ProjectRules.checkSignature(this, agreement);
        grant = Grant.signed(agreement, version() + 1);
        content = content.of(agreement.actionId());
        signed = agreement;
    }

    /** The books hold a commitment: is it this project's grant, the project begins. False when nothing changes by it. */
    boolean book(String commitment, Money committed, @Nullable String programme) {
        if (grant == null || !grant.isNewlyBookedBy(commitment, committed)) {
            return false;
        }
        PartialDate signedOn = PartialDate.of(grant.signedOn());
        grant = grant.booked();
        content = content.with(
                content.programmeCode() == null ? programme : content.programmeCode(),
                content.contribution() == null ? grant.contribution() : content.contribution());
        if (status == ProjectStatus.PIPELINE || status == ProjectStatus.UNKNOWN) {
            become(ProjectStatus.IMPLEMENTATION, signedOn, "Grant %s signed and booked".formatted(commitment));
        }
        return true;
    }

    /** The books hold money of the past for it: it has left the pipeline, and nobody knows where to. */
    boolean leavePipeline(String commitment) {
        if (status != ProjectStatus.PIPELINE) {
            return false;
        }
        become(ProjectStatus.UNKNOWN, null, "The books hold commitment %s of the past".formatted(commitment));
        return true;
    }

    /** The books have undone a commitment: was it this project's grant, the project has no money to run on. */
    boolean unbook(String commitment, boolean isPaidOn, LocalDate on) {
        if (grant == null || !grant.isUndoneWith(commitment)) {
            return false;
        }
        String reason = "The books reversed commitment %s".formatted(commitment);
        if (status == ProjectStatus.IMPLEMENTATION && !isPaidOn) {
            become(ProjectStatus.PIPELINE, PartialDate.of(on), reason);
        }
        if (grant.contribution().equals(content.contribution())) {
            content = content.with(content.programmeCode(), null);
        }
        grant = grant.refused(
                "commitment-reversed",
                status == ProjectStatus.PIPELINE ? reason : "%s; the project stays in %s".formatted(reason, status));
        return true;
    }

    /** False when the answer is to a signature that no longer stands. */
    boolean refuseGrant(String commitment, int signedInVersion, String code, String reason) {
        if (grant == null
                || !grant.awaitsBooking()
                || !grant.reference().equals(commitment)
                || grant.signedInVersion() != signedInVersion) {
            return false;
        }
        grant = grant.refused(code, reason);
        return true;
    }

    void publish() {
        if (published) {
            throw Refusal.conflict("already-published", "The project is public already");
        }
        published = true;
        unpublishedReason = null;
        happened = Transition.PUBLISHED;
    }

    void unpublish(String reason) {
        if (!published) {
            throw Refusal.conflict("not-published", "The project is not public");
        }
        published = false;
        unpublishedReason = reason;
        happened = Transition.UNPUBLISHED;
    }

    /** Something that is shown with it has changed, so it has a new version. */
    void touch(Instant now) {
        changedAt = now.isAfter(changedAt) ? now : changedAt.plusNanos(1000);
    }

    private void become(ProjectStatus next, @Nullable PartialDate date, String reason) {
        moves = new ArrayList<>(moves);
        moves.add(new Move(status, next, date, reason));
        status = next;
    }

    /** What it is shown and told with, looked up whenever it is saved. */
    void place(ProjectContext lookedUp) {
        context = lookedUp;
    }

    ProjectContext context() {
        return Objects.requireNonNull(context, "saved without its context");
    }

    /** A signature is told after all else of its version. */
    @Override
    public List<ProjectEvent> told() {
        ProjectEvent state =
                happened == Transition.UNPUBLISHED ? ProjectEvent.unpublished(this) : ProjectEvent.of(happened, this);
        return signed == null ? List.of(state) : List.of(state, ProjectEvent.signed(this, signed));
    }

    String reference() {
        return reference;
    }

    ProjectStatus status() {
        return status;
    }

    boolean isPublished() {
        return published;
    }

    @Nullable
    String unpublishedReason() {
        return unpublishedReason;
    }

    ProjectContent content() {
        return content;
    }

    List<Move> moves() {
        return List.copyOf(moves);
    }

    @Nullable
    Grant grant() {
        return grant;
    }
}
