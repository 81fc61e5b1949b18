package org.isthmus.projects.project;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Reference;
import org.isthmus.kit.values.Source;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.projects.values.Amounts;
import org.jspecify.annotations.Nullable;

/**
 * The grant agreement of a project and what the books made of it.
 *
 * <p>SIGNED waits for the books; REFUSED may be signed again. A BOOKED one that the books reverse becomes REFUSED.
 */
record Grant(
        Status status,
        String reference,
        Money amount,
        LocalDate signedOn,
        UUID actionId,
        int signedInVersion,
        @Nullable String code,
        @Nullable String reason) {

    @Schema(name = "GrantStatus")
    enum Status {
        SIGNED,
        BOOKED,
        REFUSED
    }

    static Grant signed(Signature agreement, int version) {
        return new Grant(
                Status.SIGNED,
                agreement.reference(),
                agreement.amount(),
                agreement.signedOn(),
                agreement.actionId(),
                version,
                null,
                null);
    }

    Grant booked() {
        return new Grant(Status.BOOKED, reference, amount, signedOn, actionId, signedInVersion, null, null);
    }

    Grant refused(String code, String reason) {
        return new Grant(Status.REFUSED, reference, amount, signedOn, actionId, signedInVersion, code, reason);
    }

    boolean awaitsBooking() {
        return status == Status.SIGNED;
    }

    /** What the books hold counts more than what they answered before. */
    boolean isNewlyBookedBy(String commitment, Money committed) {
        return status != Status.BOOKED && reference.equals(commitment) && amount.equals(committed);
    }

    boolean isUndoneWith(String commitment) {
        return status != Status.REFUSED && reference.equals(commitment);
    }

    /** A grant agreement as it was signed. */
    @Schema(
            name = "GrantSignature",
            description = "A grant agreement as it was signed, and the action that pays for it.")
    record Signature(
            @Reference @NotBlank @Size(max = 100) @Schema(required = true, examples = "DCI-MIGR 2010/229-653")
            String reference,

            @NotNull @Schema(required = true) Money amount,

            @NotNull @Schema(required = true, examples = "2010-12-10")
            LocalDate signedOn,

            @NotNull @Schema(required = true) UUID actionId) {}

    /** The grant agreement and what the books made of it. */
    @Schema(
            name = "Grant",
            description = "The grant agreement: SIGNED waits for the books; REFUSED tells their reason.")
    record GrantView(
            @Schema(required = true) Status status,
            @Schema(required = true) String reference,
            @Schema(required = true) Money amount,
            @Schema(required = true) LocalDate signedOn,
            @Schema(required = true) UUID actionId,

            @Nullable @Schema(description = "Code of the refusal.")
            String code,

            @Nullable @Schema(description = "Why the books refused it.")
            String reason) {}

    /** What the Union pays by the agreement, where no source says it otherwise. */
    Amounts contribution() {
        Source agreement = new Source("Grant agreement " + reference, null, PartialDate.of(signedOn), null);
        return Amounts.of("Grant", amount, agreement);
    }

    GrantView view() {
        return new GrantView(status, reference, amount, signedOn, actionId, code, reason);
    }

    /** What a commitment tells of a project where no source does: its action, its programme, what the Union pays. */
    record Booked(
            String commitment,
            @Nullable UUID actionId,
            @Nullable String programmeCode,
            @Nullable Amounts contribution) {

        static Booked of(CommitmentState state, @Nullable String programme) {
            Source books = new Source("Commitment " + state.reference(), null, state.effectiveOn(), null);
            return new Booked(
                    state.reference(), state.actionId(), programme, Amounts.of("Commitment", state.committed(), books));
        }

        boolean isOf(String reference) {
            return commitment.equals(reference);
        }

        boolean isEmpty() {
            return actionId == null && programmeCode == null && contribution == null;
        }

        Booked missingIn(ProjectContent content) {
            return new Booked(
                    commitment,
                    content.actionId() == null ? actionId : null,
                    content.programmeCode() == null ? programmeCode : null,
                    content.contribution() == null ? contribution : null);
        }

        ProjectContent givenTo(ProjectContent content) {
            return content.with(
                    actionId == null ? content.actionId() : actionId,
                    programmeCode == null ? content.programmeCode() : programmeCode,
                    contribution == null ? content.contribution() : contribution);
        }

        /** What was changed since stays. */
        ProjectContent takenFrom(ProjectContent content) {
            return content.with(
                    keep(content.actionId(), actionId),
                    keep(content.programmeCode(), programmeCode),
                    keep(content.contribution(), contribution));
        }

        private static <T> @Nullable T keep(@Nullable T said, @Nullable T given) {
            return Objects.equals(said, given) ? null : said;
        }
    }
}
