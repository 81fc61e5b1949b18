package org.isthmus.programming.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.isthmus.kit.rules.Faults;
import org.isthmus.kit.values.Source;
import org.isthmus.programming.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkflowTest {

    private static final LocalDate TODAY = LocalDate.parse("2010-12-01");
    private static final LocalDate HEARD = LocalDate.parse("2010-11-20");

    @ParameterizedTest
    @CsvSource({
        "DRAFT, CONSULTATION WITHDRAWN",
        "CONSULTATION, COMMITTEE WITHDRAWN",
        "COMMITTEE, ADOPTED WITHDRAWN",
        "ADOPTED, CLOSED",
        "CLOSED, ''",
        "WITHDRAWN, ''"
    })
    void aDocumentTakesOneStepAtATime(DocumentStatus status, String next) {
        for (DocumentStatus other : DocumentStatus.values()) {
            assertThat(status.canBecome(other)).as("%s -> %s", status, other).isEqualTo(next.contains(other.name()));
        }
    }

    @Test
    void twoStepsLeadToTheCommittee() {
        assertThat(Workflow.draft().submit().status()).isEqualTo(DocumentStatus.CONSULTATION);
        assertThat(Workflow.draft().submit().submit().status()).isEqualTo(DocumentStatus.COMMITTEE);
        Refused.by(() -> Workflow.draft().submit().submit().submit()).with("status-refused");
    }

    @Test
    void aWithdrawalHasADayOfItsOwnThatHasComeAndFollowsTheOpinion() {
        assertThat(heard(Opinion.FAVOURABLE).withdraw("No money", HEARD, TODAY).withdrawnOn())
                .isEqualTo(HEARD);
        Refused.by(() -> Workflow.draft().withdraw("No", TODAY.plusDays(1), TODAY))
                .with("withdrawal-invalid");
        Refused.by(() -> heard(Opinion.NONE).withdraw("No", HEARD.minusDays(1), TODAY))
                .with("withdrawal-invalid");
    }

    @Test
    void onlyTheCommitteeGivesAnOpinionAndNotInTheFuture() {
        Refused.by(() -> Workflow.draft().hear(Opinion.NONE, HEARD, TODAY)).with("not-in-committee");
        Refused.by(() -> Workflow.committee().hear(Opinion.NONE, TODAY.plusDays(1), TODAY))
                .with("opinion-invalid");
    }

    @Test
    void anUnfavourableOpinionBlocksAndNoOpinionDoesNot() {
        assertThat(lacks(Workflow.committee())).containsExactly("required");
        assertThat(lacks(heard(Opinion.UNFAVOURABLE))).containsExactly("opinion-unfavourable");
        assertThat(lacks(heard(Opinion.NONE))).isEmpty();
        assertThat(lacks(heard(Opinion.FAVOURABLE))).isEmpty();
    }

    @Test
    void aDecisionComesAfterTheOpinionAndNotInTheFuture() {
        Faults faults = new Faults();
        heard(Opinion.FAVOURABLE).noteWhatIsWrongWith(HEARD.minusDays(1), TODAY, faults);
        heard(Opinion.FAVOURABLE).noteWhatIsWrongWith(TODAY.plusDays(1), TODAY, faults);
        heard(Opinion.FAVOURABLE).noteWhatIsWrongWith(HEARD, TODAY, faults);

        assertThat(faults.list())
                .extracting(fault -> fault.code())
                .containsExactly("date-before-opinion", "in-the-future");
    }

    @Test
    void aTextThatChangesNeedsANewOpinion() {
        assertThat(heard(Opinion.UNFAVOURABLE).edit(true).opinion()).isNull();
        Refused.by(() -> heard(Opinion.FAVOURABLE).adopt("D", TODAY).edit(false))
                .with("text-final");
    }

    @Test
    void whatIsUnknownOfAHistoricalDocumentStaysUnknown() {
        Source source = new Source("Summary of COM(2006) 26", null, null, null);

        Workflow workflow = Workflow.begin(new Historical(DocumentStatus.ADOPTED, source));

        assertThat(workflow)
                .isEqualTo(new Workflow(DocumentStatus.ADOPTED, null, null, null, null, null, null, source));
        assertThat(WorkflowView.of(workflow).adoption()).isNull();
        assertThat(WorkflowView.of(workflow).historical()).isTrue();
    }

    private static java.util.List<String> lacks(Workflow workflow) {
        Faults faults = new Faults();
        workflow.noteWhatAdoptionLacks(faults);
        return faults.list().stream().map(fault -> fault.code()).toList();
    }

    private static Workflow heard(Opinion opinion) {
        return Workflow.committee().hear(opinion, HEARD, TODAY);
    }
}
