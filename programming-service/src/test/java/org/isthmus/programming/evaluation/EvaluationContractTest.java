package org.isthmus.programming.evaluation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.kit.values.Text;
import org.isthmus.programming.evaluation.Recommendation.Answer;
import org.isthmus.programming.evaluation.Recommendation.ChangedPriority;
import org.isthmus.programming.values.Period;
import org.isthmus.testing.Contracts;
import org.junit.jupiter.api.Test;

class EvaluationContractTest {

    private static final UUID EVALUATION = UUID.fromString("01932f6e-0000-7000-8000-0000000000e1");
    private static final UUID RECOMMENDATION = UUID.fromString("01932f6e-0000-7000-8000-0000000000e2");

    @Test
    void completed() {
        Contracts.assertKept(new EvaluationEvent.Completed(
                EVALUATION,
                1,
                "EVAL-2007-2009",
                "THEMATIC-MIGR",
                Text.of("en", "External evaluation 2007-2009"),
                Period.of("2007", "2009"),
                "Outside evaluators",
                "TSP-2011-2013",
                List.of(new EvaluationEvent.Completed.Recommended(
                        RECOMMENDATION, "R1", Text.of("en", "Fewer priorities, better funded")))));
    }

    @Test
    void answered() {
        Contracts.assertKept(new EvaluationEvent.Answered(
                EVALUATION,
                2,
                "EVAL-2007-2009",
                RECOMMENDATION,
                "R1",
                new Recommendation.Response(
                        Answer.PARTLY,
                        Text.of("en", "Five priorities instead of nine"),
                        LocalDate.parse("2010-06-01"),
                        List.of(new ChangedPriority("TSP-2011-2013", "AFRICA")))));
    }
}
