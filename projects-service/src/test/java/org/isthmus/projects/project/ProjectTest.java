package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PartialDate;
import org.isthmus.kit.values.Source;
import org.isthmus.kit.values.Text;
import org.isthmus.projects.money.CommitmentState;
import org.isthmus.projects.project.ProjectContent.HistoricalStatus;
import org.isthmus.projects.values.Amounts;
import org.isthmus.projects.values.ProjectStatus;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ProjectTest {

    private static final Instant NOW = Instant.parse("2012-03-01T10:00:00Z");
    private static final UUID ACTION = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final Money GRANTED = Money.euros("250000.00");
    private static final PartialDate MAY = PartialDate.parse("2012-05-02");
    private static final PartialDate MARCH = PartialDate.parse("2012-03-01");

    @Test
    void aNewProjectIsInThePipelineAndHidden() {
        Project project = project(null, null);

        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
        assertThat(project.isPublished()).isFalse();
        assertThat(project.moves()).isEmpty();
    }

    @Test
    void onlyABookedGrantLeadsOutOfThePipeline() {
        Project project = project(null, null);

        assertRefused("grant-not-booked", () -> project.move(ProjectStatus.IMPLEMENTATION, MARCH, "Go"));
        project.sign(grant("G-1", ACTION), false);
        assertRefused("grant-awaits-booking", () -> project.move(ProjectStatus.CANCELLED, MARCH, "No"));
        project.book("G-1", GRANTED, null);

        assertThat(project.status()).isEqualTo(ProjectStatus.IMPLEMENTATION);
        assertThat(grantOf(project).status()).isEqualTo(Grant.Status.BOOKED);
        assertThat(project.moves())
                .singleElement()
                .satisfies(move -> assertThat(move.date()).isEqualTo(PartialDate.parse("2012-02-15")));
    }

    @Test
    void aCommitmentOfAnotherGrantMovesNothing() {
        Project project = project(null, null);
        project.book("G-1", GRANTED, null);
        project.sign(grant("G-1", ACTION), false);

        project.book("G-2", GRANTED, null);

        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
    }

    @Test
    void aCommitmentOfAnotherAmountIsNotTheGrant() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);

        assertThat(project.book("G-1", Money.euros("250000.01"), null)).isFalse();

        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
    }

    @Test
    void aGrantIsBookedOnceAndAlsoAfterARefusal() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);
        project.refuseGrant("G-1", 2, "allocation-exceeded", "100.00 EUR are left");

        assertThat(project.book("G-1", GRANTED, null)).isTrue();
        assertThat(project.book("G-1", GRANTED, null)).isFalse();

        assertThat(grantOf(project).reason()).isNull();
        assertThat(project.moves()).hasSize(1);
    }

    @Test
    void aReversalBeforeAnyPaymentLeadsBackToThePipeline() {
        Project project = booked();

        assertThat(project.undo("G-1", false, MAY)).isTrue();
        assertThat(project.undo("G-1", false, MAY)).isFalse();

        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
        assertThat(grantOf(project).status()).isEqualTo(Grant.Status.REFUSED);
        assertThat(grantOf(project).code()).isEqualTo("commitment-reversed");
        assertThat(project.moves())
                .last()
                .isEqualTo(new Move(
                        ProjectStatus.IMPLEMENTATION,
                        ProjectStatus.PIPELINE,
                        PartialDate.parse("2012-05-02"),
                        "The books reversed commitment G-1"));
        project.sign(grant("G-2", ACTION), false);
        assertThat(project.book("G-2", GRANTED, null)).isTrue();
        assertThat(project.status()).isEqualTo(ProjectStatus.IMPLEMENTATION);
    }

    @Test
    void whatWasPaidOnOrIsFurtherOnStaysAndSaysSo() {
        Project paid = booked();
        Project done = booked();
        done.move(ProjectStatus.FINALISATION, MARCH, "All done");

        paid.undo("G-1", true, MAY);
        done.undo("G-1", false, MAY);

        assertThat(paid.status()).isEqualTo(ProjectStatus.IMPLEMENTATION);
        assertThat(grantOf(paid).reason())
                .isEqualTo("The books reversed commitment G-1; the project stays in IMPLEMENTATION");
        assertThat(done.status()).isEqualTo(ProjectStatus.FINALISATION);
        assertThat(grantOf(done).reason())
                .isEqualTo("The books reversed commitment G-1; the project stays in FINALISATION");
        assertThat(paid.moves()).hasSize(1);
    }

    @Test
    void aReversalThatComesBeforeTheBookingRefusesTheGrant() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);

        assertThat(project.undo("G-2", false, MAY)).isFalse();
        assertThat(project.undo("G-1", false, MAY)).isTrue();

        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
        assertThat(grantOf(project).reason()).isEqualTo("The books reversed commitment G-1");
        assertThat(project.moves()).isEmpty();
    }

    @Test
    void aRefusedGrantKeepsItsReasonAndMayBeSignedAgain() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);
        assertRefused("grant-signed", () -> project.sign(grant("G-1", ACTION), false));

        assertThat(project.refuseGrant("G-1", 2, "allocation-exceeded", "100.00 EUR are left"))
                .isTrue();

        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
        assertThat(grantOf(project).reason()).isEqualTo("100.00 EUR are left");
        project.sign(grant("G-1", ACTION), false);
        assertThat(grantOf(project).status()).isEqualTo(Grant.Status.SIGNED);
    }

    @Test
    void anAnswerToAnEarlierSignatureIsIgnored() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);

        assertThat(project.refuseGrant("G-1", 1, "x", "late")).isFalse();
        assertThat(project.refuseGrant("G-2", 2, "x", "another")).isFalse();

        assertThat(grantOf(project).status()).isEqualTo(Grant.Status.SIGNED);
    }

    @Test
    void theGrantIsPaidByTheActionOfTheProject() {
        Project project = project(UUID.fromString("01932f6e-0000-7000-8000-00000000a202"), null);

        assertRefused("action-differs", () -> project.sign(grant("G-1", ACTION), false));
    }

    @Test
    void aProjectGoesThroughItsStatusesInOrderAndKeepsEachReason() {
        Project project = project(null, new HistoricalStatus(ProjectStatus.IMPLEMENTATION, "By the memo"));

        assertRefused("status-not-reachable", () -> project.move(ProjectStatus.CLOSED, MARCH, "Done"));
        project.move(ProjectStatus.SUSPENDED, MARCH, "Unrest");
        assertRefused(
                "date-before-last-move",
                () -> project.move(ProjectStatus.IMPLEMENTATION, PartialDate.parse("2012-02"), "Calm"));
        project.move(ProjectStatus.IMPLEMENTATION, PartialDate.parse("2012-04"), "Calm");
        project.move(ProjectStatus.FINALISATION, PartialDate.parse("2012"), "All done");
        project.move(ProjectStatus.CLOSED, PartialDate.parse("2013-01-31"), "Paid");

        assertRefused(
                "status-not-reachable",
                () -> project.move(ProjectStatus.IMPLEMENTATION, PartialDate.parse("2014"), "Again"));
        assertThat(project.moves().stream().map(Move::reason))
                .containsExactly("By the memo", "Unrest", "Calm", "All done", "Paid");
        assertThat(project.moves().getFirst().from()).isNull();
    }

    @Test
    void allThatStandsAgainstAMoveIsNamed() {
        Project project = project(null, new HistoricalStatus(ProjectStatus.IMPLEMENTATION, "By the memo"));
        project.move(ProjectStatus.SUSPENDED, MARCH, "Unrest");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> project.move(ProjectStatus.CLOSED, PartialDate.parse("2011"), "Done"))
                .satisfies(refusal -> assertThat(refusal.faults()).hasSize(2))
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo("move-refused"));
    }

    @Test
    void anEditKeepsReferenceAndStatus() {
        Project project = project(null, null);
        ProjectContent other = draft("OTHER", null, new HistoricalStatus(ProjectStatus.CLOSED, "By the memo"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> project.revise(other, List.of()))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting("code")
                        .containsExactly("reference-fixed", "status-moves-only"));
    }

    @Test
    void aSignedGrantFixesTheAction() {
        Project project = project(ACTION, null);
        project.sign(grant("G-1", ACTION), false);

        assertRefused("action-fixed", () -> project.revise(draft("TEST-1", null, null), List.of()));
        project.revise(draft("TEST-1", ACTION, null), List.of());
    }

    @Test
    void moneyWithoutAGrantLeadsOutOfThePipelineAndItsReversalBack() {
        Project project = project(null, null);

        assertThat(project.commit(commitment("C-1", false), "THEMATIC-MIGR")).isTrue();

        assertThat(project.status()).isEqualTo(ProjectStatus.IMPLEMENTATION);
        assertThat(project.moves().getLast().date()).isEqualTo(PartialDate.parse("2012-02"));
        assertThat(project.content().actionId()).isEqualTo(ACTION);
        assertThat(project.content().programmeCode()).isEqualTo("THEMATIC-MIGR");
        assertThat(Objects.requireNonNull(project.content().contribution()).amount())
                .isEqualTo(GRANTED);
        assertThat(project.commit(commitment("C-2", false), null)).isFalse();
        assertThat(project.undo("C-2", true, MAY)).isFalse();

        assertThat(project.undo("C-1", false, MAY)).isTrue();
        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
        assertThat(project.content()).isEqualTo(draft("TEST-1", null, null));
    }

    @Test
    void moneyOfThePastLeavesItsStatusUnknownUntilItIsReversed() {
        Project project = project(null, null);
        Project moved = project(null, null);

        assertThat(project.commit(commitment("H-1", true), null)).isTrue();
        assertThat(moved.commit(commitment("H-1", true), null)).isTrue();
        moved.move(ProjectStatus.CLOSED, MARCH, "By the memo");

        assertThat(project.status()).isEqualTo(ProjectStatus.UNKNOWN);
        assertThat(project.content()).isEqualTo(draft("TEST-1", null, null));
        assertThat(project.undo("H-1", false, MAY)).isTrue();
        assertThat(project.status()).isEqualTo(ProjectStatus.PIPELINE);
        assertThat(moved.undo("H-1", false, MAY)).isFalse();
        assertThat(moved.status()).isEqualTo(ProjectStatus.CLOSED);
    }

    @Test
    void whatIsSaidAfterwardsStaysWhenTheMoneyGoes() {
        Project project = project(null, null);
        project.commit(commitment("C-1", false), "THEMATIC-MIGR");
        Amounts said = Amounts.of("EC contribution", Money.euros("9.00"), new Source("Memo", null, null, null));
        project.revise(draft("TEST-1", ACTION, null).with(ACTION, "THEMATIC-MIGR", said), List.of());

        project.undo("C-1", false, MAY);

        assertThat(project.content().contribution()).isEqualTo(said);
        assertThat(project.content().actionId()).isNull();
    }

    @Test
    void theActionStaysWhileTheBooksHoldItsMoney() {
        Project project = project(ACTION, null);

        assertRefused("money-of-action", () -> project.revise(draft("TEST-1", null, null), List.of("C-1")));
        project.revise(draft("TEST-1", ACTION, null), List.of("C-1"));
        project.revise(draft("TEST-1", null, null), List.of());
    }

    @Test
    void aGrantIsSignedForMoneyThatTheBooksHold() {
        Project project = project(null, null);
        project.commit(commitment("G-1", false), null);

        assertRefused("not-in-pipeline", () -> project.sign(grant("G-2", ACTION), false));
        project.sign(grant("G-1", ACTION), true);
        assertThat(project.book("G-1", GRANTED, null)).isTrue();

        assertThat(project.status()).isEqualTo(ProjectStatus.IMPLEMENTATION);
    }

    private static CommitmentState commitment(String reference, boolean historical) {
        Money nothing = Money.euros("0.00");
        return new CommitmentState(
                UUID.randomUUID(),
                1,
                reference,
                UUID.randomUUID(),
                ACTION,
                historical,
                PartialDate.parse("2012-02"),
                "OPEN",
                GRANTED,
                nothing,
                nothing,
                nothing,
                GRANTED,
                null);
    }

    @Test
    void aBookedGrantGivesContributionAndProgrammeWhereNoSourceDoes() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);
        project.book("G-1", GRANTED, "THEMATIC-MIGR");

        assertThat(project.content().programmeCode()).isEqualTo("THEMATIC-MIGR");
        Amounts given = Objects.requireNonNull(project.content().contribution());
        assertThat(given.amount()).isEqualTo(GRANTED);
        assertThat(given.figures().getFirst().source().document()).isEqualTo("Grant agreement G-1");

        project.undo("G-1", false, PartialDate.parse("2012-03-01"));
        assertThat(project.content().contribution()).isNull();
    }

    @Test
    void moneyOfThePastLeavesThePipelineForAnUnknownStatus() {
        Project project = project(null, null);

        assertThat(project.commit(commitment("H-1", true), null)).isTrue();
        assertThat(project.status()).isEqualTo(ProjectStatus.UNKNOWN);
        assertThat(project.commit(commitment("H-2", true), null)).isFalse();
        assertRefused(
                "status-not-reachable", () -> project.move(ProjectStatus.PIPELINE, PartialDate.parse("2012"), "Back"));
        project.move(ProjectStatus.CLOSED, PartialDate.parse("2012"), "The report of 2013 says so");
        assertThat(project.status()).isEqualTo(ProjectStatus.CLOSED);
    }

    @Test
    void publicationIsAnActOfItsOwnAndHidingHasAReason() {
        Project project = project(null, null);

        project.publish();
        assertRefused("already-published", project::publish);
        project.unpublish("People at risk");
        assertRefused("not-published", () -> project.unpublish("Again"));
        assertThat(project.unpublishedReason()).isEqualTo("People at risk");
        project.publish();

        assertThat(project.unpublishedReason()).isNull();
    }

    private static Project booked() {
        Project project = project(null, null);
        project.sign(grant("G-1", ACTION), false);
        project.book("G-1", GRANTED, null);
        return project;
    }

    private static Project project(@Nullable UUID action, @Nullable HistoricalStatus status) {
        Project project = new Project(draft("TEST-1", action, null), NOW);
        if (status != null) {
            project.enterPast(status);
        }
        return project;
    }

    private static ProjectContent draft(String reference, @Nullable UUID action, @Nullable HistoricalStatus status) {
        return new ProjectContent(
                reference,
                Text.of("en", "A project"),
                null,
                null,
                action,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(new Source("Memo", null, null, null)),
                status,
                null,
                List.of(),
                List.of());
    }

    private static Grant.Signature grant(String reference, UUID action) {
        return new Grant.Signature(reference, GRANTED, LocalDate.parse("2012-02-15"), action);
    }

    private static Grant grantOf(Project project) {
        return Objects.requireNonNull(project.grant());
    }

    private static void assertRefused(String code, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
