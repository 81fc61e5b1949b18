package org.isthmus.programming.amendment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.kit.values.Money.euros;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.Refused;
import org.isthmus.programming.action.Action;
import org.isthmus.programming.action.ActionContent;
import org.isthmus.programming.action.BudgetLine;
import org.isthmus.programming.action.Mode;
import org.isthmus.programming.workflow.Opinion;
import org.junit.jupiter.api.Test;

class AmendmentsTest {

    private static final LocalDate ADOPTED = LocalDate.parse("2010-11-21");
    private static final LocalDate TODAY = LocalDate.parse("2010-12-31");
    private static final UUID FIRST = UUID.fromString("01932f6e-0000-7000-8000-00000000a201");
    private static final UUID SECOND = UUID.fromString("01932f6e-0000-7000-8000-00000000a202");
    private static final List<Action> BEFORE = List.of(action(FIRST, "700.00"), action(SECOND, "300.00"));
    private static final TextInForce TEXT = new TextInForce(new FinancingDecision("D", ADOPTED), BEFORE);

    @Test
    void movingMoneyBetweenActionsIsAChangeThoughTheTotalStays() {
        List<Action> after = List.of(action(FIRST, "400.00"), action(SECOND, "600.00"));

        assertThat(Amendment.change(BEFORE, after)).isEqualTo(euros("300.00"));
    }

    @Test
    void eachTakesEffectOnItsOwnDayAndNoneBeforeTheTextThatItAmends() {
        Amendments amendments = Amendments.none(BEFORE)
                .propose("Less", List.of(action(FIRST, "600.00"), BEFORE.get(1)), ADOPTED.plusDays(9), TEXT, limits());

        assertThat(amendments.inForce()).extracting(Amendment.InForce::date).containsExactly(ADOPTED.plusDays(9));
        Refused.by(() -> amendments.refuseDay(ADOPTED.plusDays(8), TODAY, ADOPTED, "/adoptedOn"))
                .with("amendment-invalid");
        Refused.by(() -> amendments.refuseDay(TODAY.plusDays(1), TODAY, ADOPTED, "/adoptedOn"))
                .with("amendment-invalid");
        amendments.refuseDay(ADOPTED.plusDays(9), TODAY, ADOPTED, "/adoptedOn");
    }

    @Test
    void whatWaitsChangesNothingUntilItIsAdopted() {
        List<Action> more = List.of(action(FIRST, "1400.00"), BEFORE.get(1));
        Amendments waiting = Amendments.none(BEFORE).propose("More", more, TODAY, TEXT, limits());

        assertThat(waiting.inForce()).isEmpty();
        assertThat(waiting.seenByCommittee()).isEqualTo(BEFORE);
        Refused.by(waiting::refuseWhilePending).with("amendment-pending");
        assertThat(waiting.withdraw("No", TODAY, TODAY).withdrawn()).isEqualTo("No");

        Amendments adopted =
                waiting.hear(Opinion.FAVOURABLE, ADOPTED.plusDays(2), TODAY).adopt("D2", TODAY, TEXT);
        assertThat(adopted.pending()).isNull();
        assertThat(adopted.seenByCommittee()).isEqualTo(more);
        assertThat(adopted.decisionOn(FIRST)).contains(new FinancingDecision("D2", TODAY));
        assertThat(adopted.decisionOn(SECOND)).contains(TEXT.adoption());
    }

    private static Action action(UUID id, String amount) {
        return Action.of(
                id,
                new ActionContent(
                        id.equals(FIRST) ? "A/1" : "A/2",
                        Text.of("en", "Mobility"),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        euros(amount),
                        Mode.CALL,
                        new BudgetLine("19 02 01", 2010)),
                null);
    }

    private static AmendmentThresholds limits() {
        return new AmendmentThresholds() {
            @Override
            public BigDecimal percent() {
                return new BigDecimal("20");
            }

            @Override
            public BigDecimal euros() {
                return new BigDecimal("1000000");
            }
        };
    }
}
