package org.isthmus.projects.project;

import static jakarta.persistence.EnumType.STRING;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.store.Aggregate;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.projects.project.ProjectEvent.Transition;
import org.isthmus.projects.values.ProjectStatus;
import org.jspecify.annotations.Nullable;

/**
 * A project that public money pays for.
 *
 * <p>It leaves the pipeline when the books hold money for it, and only then, and comes back when they have reversed all
 * of it before anything was paid; money of the past leaves its status unknown. What was booked gives it the action, the
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

    /** What the books gave it, where no source did: gone when they undo it. */
    @JdbcTypeCode(SqlTypes.JSON)
    private Grant.@Nullable Booked booked;

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
        this.status = ProjectStatus.PIPELINE;
        ProjectRules.checkNew(content);
    }

    /** A document tells where it stood before the register was kept. */
    void enterPast(ProjectContent.HistoricalStatus past) {
        content = content.with(past);
        boolean isFirst = moves.isEmpty();
        moves = new ArrayList<>(moves);
        moves.add(new Move(isFirst ? null : status, past.status(), null, past.reason()));
        status = past.status();
    }

    /**
     * Saying the same again changes nothing.
     *
     * @param drawnFromOthers the commitments that hold money of other actions than the one said
     */
    void revise(ProjectContent revised, Collection<String> drawnFromOthers) {
        ProjectRules.checkRevision(this, revised, drawnFromOthers);
        if (!revised.equals(content)) {
            content = revised;
        }
    }

    void move(ProjectStatus to, PartialDate date, String reason) {
        ProjectRules.checkMove(this, to, date);
        become(to, date, reason);
    }

    /** The version that carries the signature is the next one: an answer to an earlier signature is told apart by it. */
    void sign(Grant.Signature agreement, boolean isHeld) {
        ProjectRules.checkSignature(this, agreement, isHeld);
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
        give(new Grant.Booked(commitment, null, programme, grant.contribution()));
        if (status == ProjectStatus.PIPELINE || status == ProjectStatus.UNKNOWN) {
            become(ProjectStatus.IMPLEMENTATION, signedOn, "Grant %s signed and booked".formatted(commitment));
        }
        return true;
    }

    /**
     * The books hold money for it that is no grant of its own: it has left the pipeline, by a commitment of the past
     * nobody knows where to. False when nothing changes by it.
     */
    boolean commit(CommitmentState state, @Nullable String programme) {
        boolean isNew = !state.historical() && give(Grant.Booked.of(state, programme));
        if (status != ProjectStatus.PIPELINE) {
            return isNew;
        }
        ProjectStatus next = state.historical() ? ProjectStatus.UNKNOWN : ProjectStatus.IMPLEMENTATION;
        String past = state.historical() ? " of the past" : "";
        become(
                next,
                state.historical() ? null : state.effectiveOn(),
                "The books hold commitment %s%s".formatted(state.reference(), past));
        return true;
    }

    /**
     * The books have undone a commitment: without any other one, and nothing paid, the project has no money to run on.
     *
     * @param isFunded the books hold other money for it, or have paid
     * @param on the day of the reversal, as far as it is known
     */
    boolean undo(String commitment, boolean isFunded, @Nullable PartialDate on) {
        boolean isGrant = grant != null && grant.isUndoneWith(commitment);
        boolean isFirstMove = !moves.isEmpty() && moves.getLast().from() == ProjectStatus.PIPELINE;
        boolean isByBooks = isFirstMove && status != ProjectStatus.CANCELLED;
        boolean isBack = !isFunded && (isByBooks || isGrant && status == ProjectStatus.IMPLEMENTATION);
        String reason = "The books reversed commitment %s".formatted(commitment);
        if (isBack) {
            become(ProjectStatus.PIPELINE, on, reason);
        }
        boolean isTaken = booked != null && booked.isOf(commitment);
        if (booked != null && isTaken) {
            content = booked.takenFrom(content);
            booked = null;
        }
        if (grant != null && isGrant) {
            grant = grant.refused(
                    "commitment-reversed",
                    status == ProjectStatus.PIPELINE
                            ? reason
                            : "%s; the project stays in %s".formatted(reason, status));
        }
        return isBack || isTaken || isGrant;
    }

    private boolean give(Grant.Booked given) {
        Grant.Booked missing = given.missingIn(content);
        if (booked != null || missing.isEmpty()) {
            return false;
        }
        booked = missing;
        content = missing.givenTo(content);
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

    /**
     * A signature is told after all else of its version. That it is public no more comes before how it stands, so that the
     * last that is told of a project always is what a copy of it is made from.
     */
    @Override
    public List<ProjectEvent> told() {
        if (happened == Transition.UNPUBLISHED) {
            return List.of(ProjectEvent.unpublished(this), ProjectEvent.of(Transition.CHANGED, this));
        }
        ProjectEvent state = ProjectEvent.of(happened, this);
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
