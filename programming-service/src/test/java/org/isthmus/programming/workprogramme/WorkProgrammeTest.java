package org.isthmus.programming.workprogramme;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.values.Money.euros;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.Refused;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.ActionContent;
import org.isthmus.programming.action.Allocation;
import org.isthmus.programming.action.BudgetLine;
import org.isthmus.programming.action.Mode;
import org.isthmus.programming.amendment.AmendmentThresholds;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Ceiling;
import org.isthmus.programming.indicativeprogramme.IndicativeProgrammeRegister.Known;
import org.isthmus.programming.values.Period;
import org.isthmus.programming.values.Share;
import org.isthmus.programming.workflow.DocumentStatus;
import org.isthmus.programming.workflow.Opinion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WorkProgrammeTest {

    private static final LocalDate TODAY = LocalDate.parse("2010-12-01");
    private static final LocalDate HEARD = LocalDate.parse("2010-11-20");
    private static final UUID FIRST = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID SECOND = UUID.fromString("01932f6e-0000-7000-8000-00000000a202");

    @Test
    void adoptionIsTheFinancingDecisionAndAsksForTheMoney() {
        WorkProgramme programme = inCommittee(action(FIRST, "700.00"), action(SECOND, "300.00"));

        programme.adopt("AAP 2010", TODAY, TODAY, within("1000.00"));

        assertThat(programme.workflow().status()).isEqualTo(DocumentStatus.ADOPTED);
        assertThat(programme.edition()).isEqualTo(1);
        assertThat(programme.actions())
                .extracting(action -> requireNonNull(action.allocation()).status())
                .containsOnly(Allocation.Status.REQUESTED);
        assertThat(requireNonNull(told(programme).financingDecision()).reference())
                .isEqualTo("AAP 2010");
    }

    @Test
    void adoptionNamesEverythingThatIsMissing() {
        Action bare = Action.of(FIRST, draft("A/1", null), null);
        WorkProgramme programme = drafted(2012, bare);

        Refused refused = Refused.by(() -> programme.adopt("D", TODAY.plusDays(1), TODAY, within("1000.00")));

        refused.with("work-programme-incomplete");
        assertThat(refused.faults())
                .containsExactlyInAnyOrder(
                        "/year year-outside-period",
                        "/actions/0/countries required",
                        "/actions/0/strands required",
                        "/actions/0/objectives required",
                        "/actions/0/expectedResults required",
                        "/actions/0/indicativeAmount required",
                        "/actions/0/mode required",
                        "/actions/0/budgetLine required",
                        "/status not-in-committee",
                        "/opinion required",
                        "/date in-the-future");
    }

    @Test
    void theEnvelopeIsSharedWithWhatIsAdoptedBeside() {
        AdoptionRules.Sibling beside = new AdoptionRules.Sibling(2009, List.of(action(SECOND, "400.00")));
        AdoptionRules rules = new AdoptionRules(above("1000.00"), List.of(beside));

        assertThat(rules.check(2010, List.of(action(FIRST, "600.00")), List.of())
                        .list())
                .isEmpty();
        assertThat(rules.check(2010, List.of(action(FIRST, "600.01")), List.of())
                        .list())
                .extracting(fault -> fault.detail())
                .containsExactly("600.01 EUR asked, 600.00 EUR left for 2007 to 2010.");
    }

    @Test
    void anEnvelopeThatNobodyKnowsSetsNoLimit() {
        AdoptionRules rules = new AdoptionRules(above(null), List.of());

        assertThat(rules.check(2010, List.of(action(FIRST, "999999999.00")), List.of())
                        .list())
                .isEmpty();
    }

    @Test
    void aPriorityHoldsForWhatCanBeToldToBelongToIt() {
        Ceiling east = new Ceiling("EAST", null, "East", null, euros("500.00"));
        Ceiling strandIn2010 = new Ceiling("MD10", "migration-development", null, 2010, euros("700.00"));
        AdoptionRules rules = new AdoptionRules(above("10000.00", east, strandIn2010), List.of());

        assertThat(rules.check(2010, List.of(action(FIRST, "501.00")), List.of())
                        .list())
                .extracting(fault -> fault.code() + " " + fault.detail().split(" ")[1])
                .containsExactly("priority-exceeded EAST");
        assertThat(rules.check(2009, List.of(action(FIRST, "500.00")), List.of())
                        .list())
                .isEmpty();
        assertThat(rules.check(2010, List.of(inRegions(action(FIRST, "701.00"), "East", "South")), List.of())
                        .list())
                .extracting(fault -> fault.detail().split(" ")[1])
                .containsExactly("MD10");
    }

    @Test
    void aSmallAmendmentTakesEffectAtOnce() {
        WorkProgramme programme = adopted("700.00", "300.00");
        programme.hear(new AllocationOutcome.Booked(FIRST, euros("700.00"), null, LocalDate.of(2011, 1, 1)));

        boolean inForce = programme.amend(
                "More partners",
                List.of(action(FIRST, "700.00"), action(SECOND, "500.00")),
                TODAY,
                within("2000.00"),
                limits("20", "1000000"));

        assertThat(inForce).isTrue();
        assertThat(programme.edition()).isEqualTo(2);
        assertThat(told(programme).reason()).isEqualTo("More partners");
        assertThat(requireNonNull(programme.actions().get(0).allocation()).status())
                .isEqualTo(Allocation.Status.BOOKED);
        assertThat(requireNonNull(programme.actions().get(1).allocation()).status())
                .isEqualTo(Allocation.Status.REQUESTED);
    }

    @Test
    void anAmendmentBeyondAThresholdWaitsForTheCommitteeWhileTheAdoptedTextStands() {
        WorkProgramme programme = adopted("700.00", "300.00");

        boolean inForce = programme.amend(
                "A second phase",
                List.of(action(FIRST, "700.00"), action(SECOND, "500.01")),
                TODAY,
                within("2000.00"),
                limits("20", "1000000"));

        assertThat(inForce).isFalse();
        assertThat(programme.total()).isEqualTo(euros("1000.00"));
        assertThat(requireNonNull(programme.amendments().pending()).committeeBecause())
                .startsWith("200.01 EUR are changed, more than 20 %");
        Refused.by(() -> programme.adopt("D2", TODAY, TODAY, within("2000.00"))).with("work-programme-incomplete");

        programme.hear(Opinion.FAVOURABLE, HEARD, TODAY);
        programme.adopt("D2", TODAY, TODAY, within("2000.00"));
        assertThat(programme.told())
                .singleElement()
                .returns("eu.isthmus.programming.work-programme.amended.v1", WorkProgrammeEvent::type);

        assertThat(programme.total()).isEqualTo(euros("1200.01"));
        assertThat(programme.amendments().inForce().getLast().financingDecision())
                .isEqualTo("D2");
        assertThat(programme.amendments().pending()).isNull();
    }

    @Test
    void theAbsoluteThresholdCountsToo() {
        AmendmentThresholds limits = limits("20", "100");

        assertThat(limits.passedBy(euros("100.00"), euros("1000.00"))).isEmpty();
        assertThat(limits.passedBy(euros("100.01"), euros("1000.00"))).isPresent();
        assertThat(limits("20", "1000").passedBy(euros("200.00"), euros("1000.00")))
                .isEmpty();
        assertThat(limits("20", "1000").passedBy(euros("200.01"), euros("1000.00")))
                .isPresent();
    }

    @Test
    void smallAmendmentsAddUpUntilTheCommitteeSeesThem() {
        WorkProgramme programme = adopted("700.00", "300.00");
        AmendmentThresholds limits = limits("20", "1000000");
        List<Action> first = List.of(action(FIRST, "700.00"), action(SECOND, "450.00"));
        List<Action> second = List.of(action(FIRST, "700.00"), action(SECOND, "510.00"));

        assertThat(programme.amend("One", first, TODAY, within("2000.00"), limits))
                .isTrue();
        assertThat(programme.amend("Two", second, TODAY, within("2000.00"), limits))
                .isFalse();
    }

    @Test
    void anAdoptedActionIsNeverDroppedButMayBeSetToNothing() {
        WorkProgramme programme = adopted("900.00", "100.00");
        AmendmentThresholds limits = limits("20", "1000000");

        Refused.by(() -> programme.amend("x", List.of(action(FIRST, "900.00")), TODAY, within("2000.00"), limits))
                .with("action-dropped");
        assertThat(programme.amend(
                        "Not needed",
                        List.of(action(FIRST, "900.00"), action(SECOND, "0.00")),
                        TODAY,
                        within("2000.00"),
                        limits))
                .isTrue();
    }

    @Test
    void anActionThatASmallAmendmentAddedMayBeSetToNothingByALargeOne() {
        WorkProgramme programme = adopted("3000.00");
        AmendmentThresholds limits = limits("20", "1000000");
        programme.amend(
                "A second one",
                List.of(action(FIRST, "3000.00"), action(SECOND, "200.00")),
                TODAY,
                within("9000.00"),
                limits);
        programme.amend(
                "Only the first, larger",
                List.of(action(FIRST, "5000.00"), action(SECOND, "0.00")),
                TODAY,
                within("9000.00"),
                limits);
        programme.hear(Opinion.FAVOURABLE, HEARD, TODAY);

        programme.adopt("D2", TODAY, TODAY, within("9000.00"));
        assertThat(programme.told())
                .singleElement()
                .returns("eu.isthmus.programming.work-programme.amended.v1", WorkProgrammeEvent::type);

        assertThat(programme.total()).isEqualTo(euros("5000.00"));
    }

    @Test
    void anActionBeginsWithMoreThanNothingInAnAmendmentToo() {
        WorkProgramme programme = adopted("3000.00");

        Refused.by(() -> programme.amend(
                        "x",
                        List.of(action(FIRST, "3000.00"), action(SECOND, "0.00")),
                        TODAY,
                        within("9000.00"),
                        limits("20", "1000")))
                .with("work-programme-incomplete");
    }

    @Test
    void anActionRestsOnTheDecisionThatAddedOrRaisedIt() {
        WorkProgramme programme = adoptedOn("2010-11-21", "700.00");

        amendByDecision(programme, "D2", "2010-11-25", action(FIRST, "700.00"), action(SECOND, "400.00"));
        assertThat(decisions(programme)).containsExactly("D 2010-11-21", "D2 2010-11-25");

        amendByDecision(programme, "D3", "2010-11-28", action(FIRST, "1500.00"), action(SECOND, "100.00"));
        assertThat(decisions(programme)).containsExactly("D3 2010-11-28", "D2 2010-11-25");
        assertThat(requireNonNull(told(programme).financingDecision()).reference())
                .isEqualTo("D");
    }

    @Test
    void whatASmallAmendmentAddsCountsFromItsDayAndWhatItRaisesKeepsItsDecision() {
        WorkProgramme programme = adoptedOn("2010-11-21", "700.00");

        programme.amend(
                "Small",
                List.of(action(FIRST, "710.00"), action(SECOND, "10.00")),
                TODAY,
                within("9000.00"),
                limits("20", "1000"));

        assertThat(decisions(programme)).containsExactly("D 2010-11-21", "D 2010-12-01");
    }

    @Test
    void whyAnAmendmentWasGivenUpIsKeptUntilThereIsAnother() {
        WorkProgramme programme = adopted("700.00");
        AmendmentThresholds limits = limits("20", "1000");
        programme.amend("More", List.of(action(FIRST, "900.00")), TODAY, within("9000.00"), limits);

        programme.withdraw("No money", TODAY, TODAY);
        assertThat(programme.amendments().withdrawn()).isEqualTo("No money");

        programme.amend("More", List.of(action(FIRST, "710.00")), TODAY, within("9000.00"), limits);
        assertThat(programme.amendments().withdrawn()).isNull();
    }

    @Test
    void whatTheWorldKnowsIsClosedAndNeverWithdrawn() {
        WorkProgramme programme = adopted("700.00");

        Refused.by(() -> programme.withdraw("No", TODAY, TODAY)).with("status-refused");
        programme.close();

        Refused.by(() -> programme.withdraw("No", TODAY, TODAY)).with("status-refused");
        assertThat(told(programme).workProgrammeId()).isEqualTo(programme.id());
    }

    private static List<String> decisions(WorkProgramme programme) {
        return requireNonNull(told(programme).actions()).stream()
                .map(action -> action.decision() + " " + action.decidedOn())
                .toList();
    }

    private static void amendByDecision(WorkProgramme programme, String decision, String on, Action... actions) {
        programme.amend("Large", List.of(actions), TODAY, within("9000.00"), limits("0", "0"));
        programme.hear(Opinion.FAVOURABLE, HEARD, TODAY);
        programme.adopt(decision, LocalDate.parse(on), TODAY, within("9000.00"));
    }

    private static WorkProgramme adoptedOn(String day, String amount) {
        WorkProgramme programme = inCommittee(action(FIRST, amount));
        programme.adopt("D", LocalDate.parse(day), TODAY, within("9000.00"));
        return programme;
    }

    @Test
    void onlyAnAdoptedProgrammeIsAmended() {
        WorkProgramme programme = inCommittee(action(FIRST, "1.00"));

        Refused.by(() -> programme.amend("x", programme.actions(), TODAY, within("2.00"), limits("20", "1")))
                .with("not-adopted");
    }

    @Test
    void aRefusalOfMoreLeavesWhatWasBooked() {
        WorkProgramme programme = adopted("700.00");
        programme.hear(new AllocationOutcome.Booked(FIRST, euros("700.00"), null, LocalDate.of(2011, 1, 1)));

        programme.hear(new AllocationOutcome.Refused(FIRST, euros("900.00"), "appropriation-exceeded", "Too much."));

        Allocation allocation = requireNonNull(programme.actions().getFirst().allocation());
        assertThat(allocation.status()).isEqualTo(Allocation.Status.REFUSED);
        assertThat(allocation.amount()).isEqualTo(euros("700.00"));
        assertThat(allocation.requested()).isEqualTo(euros("900.00"));
    }

    @Test
    void unclearDraftsNameEachUnknownCode() {
        ActionContent draft = draft("A/1", Money.of("1.00", "USD"));

        assertThat(WorkProgrammeContent.unclear(
                        List.of(draft, full("A/1", "1.00")), Set.of("asylum-protection"), Set.of()))
                .extracting(fault -> fault.pointer() + " " + fault.code())
                .containsExactly(
                        "/actions/1/reference named-twice",
                        "/actions/0/indicativeAmount currency-not-eur",
                        "/actions/1/countries/0/code country-unknown",
                        "/actions/1/strands/0/code strand-unknown");
    }

    private static WorkProgramme adopted(String... amounts) {
        List<Action> actions = new ArrayList<>();
        for (int i = 0; i < amounts.length; i++) {
            actions.add(action(i == 0 ? FIRST : SECOND, amounts[i]));
        }
        WorkProgramme programme = inCommittee(actions.toArray(new Action[0]));
        programme.adopt("D", TODAY, TODAY, within("1000000.00"));
        return programme;
    }

    private static WorkProgramme inCommittee(Action... actions) {
        WorkProgramme programme = drafted(2010, actions);
        programme.submit();
        programme.submit();
        programme.hear(Opinion.FAVOURABLE, HEARD, TODAY);
        return programme;
    }

    private static WorkProgramme drafted(int year, Action... actions) {
        WorkProgrammeContent draft = new WorkProgrammeContent(
                "AWP", "MIP", year, null, Text.of("en", "Annual programme"), List.of(), List.of());
        return new WorkProgramme(UUID.randomUUID(), draft, above("1.00"), List.of(actions));
    }

    private static AdoptionRules within(String envelope) {
        return new AdoptionRules(above(envelope), List.of());
    }

    private static Known above(@Nullable String envelope, Ceiling... ceilings) {
        return new Known(
                UUID.randomUUID(),
                "MIP",
                UUID.randomUUID(),
                "PROG",
                Period.of("2007", "2010"),
                DocumentStatus.ADOPTED,
                envelope == null ? null : euros(envelope),
                List.of(ceilings));
    }

    private static Action action(UUID id, String amount) {
        return Action.of(id, full(id.equals(FIRST) ? "A/1" : "A/2", amount), null);
    }

    private static Action inRegions(Action action, String... regions) {
        return new Action(
                action.id(),
                action.reference(),
                action.title(),
                action.countries(),
                List.of(regions),
                action.strands(),
                action.objectives(),
                action.expectedResults(),
                action.indicativeAmount(),
                action.mode(),
                action.budgetLine(),
                null,
                null);
    }

    private static ActionContent full(String reference, String amount) {
        return new ActionContent(
                reference,
                Text.of("en", "Mobility"),
                List.of(Share.of("MD", "100")),
                List.of("East"),
                List.of(Share.of("migration-development", "100")),
                List.of(Text.of("en", "Fewer leave")),
                List.of(Text.of("en", "A register")),
                euros(amount),
                Mode.CALL,
                new BudgetLine("19 02 01", 2010));
    }

    private static ActionContent draft(String reference, @Nullable Money amount) {
        return new ActionContent(
                reference,
                Text.of("en", "Mobility"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                amount,
                null,
                null);
    }

    private static WorkProgrammeEvent told(WorkProgramme programme) {
        return programme.told().getFirst();
    }

    private static AmendmentThresholds limits(String percent, String euros) {
        return new AmendmentThresholds() {
            @Override
            public BigDecimal percent() {
                return new BigDecimal(percent);
            }

            @Override
            public BigDecimal euros() {
                return new BigDecimal(euros);
            }
        };
    }
}
