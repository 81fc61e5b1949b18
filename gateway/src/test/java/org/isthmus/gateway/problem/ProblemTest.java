package org.isthmus.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.isthmus.gateway.pages.ProblemPages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ProblemTest {

    private static final Map<String, ProblemPages.Row> ROWS =
            ProblemPages.read().rows();

    @ParameterizedTest
    @EnumSource(Problem.class)
    void standsInTheListOfProblems(Problem problem) {
        assertThat(ROWS.get(problem.code()))
                .isNotNull()
                .extracting(ProblemPages.Row::status)
                .isEqualTo(problem.status());
    }
}
