package org.isthmus.programming.workflow;

import java.time.LocalDate;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Source;
import org.jspecify.annotations.Nullable;

/**
 * How far a programming document has come, and by which opinion and decision.
 *
 * <p>Nothing is adopted without the committee's opinion, or on a day before it. A text that changes after the opinion
 * needs a new one. What was adopted before these books began is marked historical, and what is unknown of it stays so.
 */
public record Workflow(
        DocumentStatus status,
        @Nullable Opinion opinion,
        @Nullable LocalDate opinionOn,
        @Nullable String decision,
        @Nullable LocalDate decidedOn,
        @Nullable String withdrawnBecause,
        @Nullable LocalDate withdrawnOn,
        @Nullable Source historicalSource) {

    public static Workflow draft() {
        return at(DocumentStatus.DRAFT);
    }

    /** Where an amendment begins that the committee must see again. */
    public static Workflow committee() {
        return at(DocumentStatus.COMMITTEE);
    }

    private static Workflow at(DocumentStatus status) {
        return new Workflow(status, null, null, null, null, null, null, null);
    }

    public static Workflow begin(@Nullable Historical historical) {
        return historical == null
                ? draft()
                : new Workflow(historical.status(), null, null, null, null, null, null, historical.source());
    }

    /** One step on the way to the committee. */
    public Workflow submit() {
        return become(status == DocumentStatus.DRAFT ? DocumentStatus.CONSULTATION : DocumentStatus.COMMITTEE);
    }

    public Workflow hear(Opinion given, LocalDate on, LocalDate today) {
        if (status != DocumentStatus.COMMITTEE) {
            throw Refusal.conflict(
                    "not-in-committee",
                    "The committee gives its opinion on what it has before it, and this is %s".formatted(status));
        }
        new Faults()
                .require(!on.isAfter(today), "/date", "in-the-future", "An opinion is recorded once it is given.")
                .refuseIfAny(Refusal.Kind.INVALID, "opinion-invalid", "The date of the opinion lies in the future");
        return new Workflow(status, given, on, decision, decidedOn, null, null, null);
    }

    /**
     * The text may change while nothing is adopted; an opinion on the former text no longer counts.
     *
     * @param isOther whether it is another text than it was
     */
    public Workflow edit(boolean isOther) {
        if (!status.isOpen()) {
            throw Refusal.conflict("text-final", "The text of a document that is %s never changes".formatted(status));
        }
        return isOther ? at(status) : this;
    }

    /** Notes what the way itself still lacks for the adoption. */
    public void noteWhatAdoptionLacks(Faults faults) {
        faults.require(
                status == DocumentStatus.COMMITTEE,
                "/status",
                "not-in-committee",
                "Only what the committee has seen is adopted, and this is %s.".formatted(status));
        faults.require(opinion != null, "/opinion", "required", "The committee's opinion is not recorded.");
        faults.require(
                opinion != Opinion.UNFAVOURABLE,
                "/opinion",
                "opinion-unfavourable",
                "The committee's opinion is unfavourable.");
    }

    /** Notes what is wrong with the day of the decision. */
    public void noteWhatIsWrongWith(LocalDate day, LocalDate today, Faults faults) {
        faults.require(!day.isAfter(today), "/date", "in-the-future", "A decision is recorded once it is taken.");
        faults.require(
                opinionOn == null || !day.isBefore(opinionOn),
                "/date",
                "date-before-opinion",
                "The decision of %s comes before the opinion of %s.".formatted(day, opinionOn));
    }

    /** All that stands in the way of an adoption on that day, but for what the document itself lacks. */
    public Faults faultsOfAdoption(LocalDate on, LocalDate today) {
        Faults faults = new Faults();
        noteWhatAdoptionLacks(faults);
        noteWhatIsWrongWith(on, today, faults);
        return faults;
    }

    public Workflow adopt(String by, LocalDate on) {
        Workflow adopted = become(DocumentStatus.ADOPTED);
        return new Workflow(adopted.status, opinion, opinionOn, by, on, null, null, null);
    }

    /** Whether it was adopted before these books began, and is known from a document. */
    public boolean isHistorical() {
        return historicalSource != null;
    }

    public Workflow close() {
        return become(DocumentStatus.CLOSED);
    }

    /** Gives it up on a day that has come, and not before the opinion that it has. */
    public Workflow withdraw(String reason, LocalDate on, LocalDate today) {
        Workflow withdrawn = become(DocumentStatus.WITHDRAWN);
        refuseWithdrawal(on, today);
        return new Workflow(withdrawn.status, opinion, opinionOn, null, null, reason, on, null);
    }

    /** Refuses a day on which a withdrawal can't have been. */
    public void refuseWithdrawal(LocalDate on, LocalDate today) {
        new Faults()
                .require(!on.isAfter(today), "/date", "in-the-future", "A withdrawal is recorded once it is done.")
                .require(
                        opinionOn == null || !on.isBefore(opinionOn),
                        "/date",
                        "date-before-opinion",
                        "The withdrawal of %s comes before the opinion of %s.".formatted(on, opinionOn))
                .refuseIfAny(Refusal.Kind.INVALID, "withdrawal-invalid", "The date of the withdrawal can't be");
    }

    private Workflow become(DocumentStatus next) {
        if (!status.canBecome(next)) {
            throw Refusal.conflict("status-refused", "A document that is %s can't become %s".formatted(status, next));
        }
        return new Workflow(
                next, opinion, opinionOn, decision, decidedOn, withdrawnBecause, withdrawnOn, historicalSource);
    }
}
