package org.isthmus.programming.workprogramme;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.report.Attribution;
import org.isthmus.kit.report.Attribution.Part;
import org.isthmus.kit.values.Money;
import org.isthmus.kit.values.PrintedShares;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.action.BudgetLine;
import org.isthmus.programming.action.Mode;
import org.isthmus.programming.amendment.FinancingDecision;
import org.isthmus.programming.values.Share;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.AdoptedAction;
import org.isthmus.programming.workprogramme.WorkProgrammeEvent.Transition;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

/** Our events read exactly as the contracts promise the other services. */
class WorkProgrammeContractTest {

    private static final UUID WORK_PROGRAMME = UUID.fromString("01932f6e-0000-7000-8000-000000002010");
    private static final FinancingDecision DECISION =
            new FinancingDecision("AAP 2010 part 2", LocalDate.parse("2010-11-30"));

    @Test
    void adopted() {
        Contracts.assertKept(new WorkProgrammeEvent(
                Transition.ADOPTED,
                WORK_PROGRAMME,
                5,
                1,
                "AWP-2010-2",
                "THEMATIC-MIGR",
                "MIP-2007-2010",
                2010,
                2,
                DECISION,
                null,
                null,
                List.of(action("2000000.00"))));
    }

    @Test
    void amended() {
        Contracts.assertKept(new WorkProgrammeEvent(
                Transition.AMENDED,
                WORK_PROGRAMME,
                7,
                2,
                "AWP-2010-2",
                "THEMATIC-MIGR",
                "MIP-2007-2010",
                2010,
                2,
                DECISION,
                LocalDate.of(2010, 12, 20),
                "More partners than expected",
                List.of(action("2300000.00"))));
    }

    @Test
    void closed() {
        Contracts.assertKept(new WorkProgrammeEvent(
                Transition.CLOSED,
                WORK_PROGRAMME,
                8,
                2,
                "AWP-2010-2",
                "THEMATIC-MIGR",
                "MIP-2007-2010",
                2010,
                2,
                null,
                null,
                null,
                null));
    }

    private static AdoptedAction action(String amount) {
        return new AdoptedAction(
                UUID.fromString("01932f6e-0000-7000-8000-00000000a201"),
                "AWP-2010-2/1",
                Text.of("en", "Better managing the mobility of health professionals"),
                Money.euros(amount),
                new BudgetLine("19 02 01", 2010),
                Mode.DIRECT_AWARD,
                List.of(Share.of("MD", "100")),
                List.of(Share.of("migration-development", "100")),
                List.of("Eastern Europe"),
                DECISION.reference(),
                DECISION.date(),
                new Attribution(
                        List.of(new Part("migration-development", PrintedShares.WHOLE, null)),
                        List.of(new Part("MD", PrintedShares.WHOLE, "ENPI East")),
                        List.of(new Part("ENPI East", PrintedShares.WHOLE, null)),
                        null,
                        null));
    }
}
