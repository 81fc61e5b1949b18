package org.isthmus.kit.note;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.SQLException;
import org.isthmus.testing.ApiWalk;
import org.isthmus.testing.LongBodies;
import org.isthmus.testing.NonsenseRequests;
import org.isthmus.testing.ReplayWalk;
import org.isthmus.testing.TokenForgeries;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoteApiTest {

    @Test
    void everyOperationFollowsTheConventions() {
        assertThat(ApiWalk.breaksOfConventions()).isEmpty();
    }

    @Test
    void everyOperationKeepsItsPolicyRow() {
        assertThat(ApiWalk.breaksOfPolicy()).isEmpty();
    }

    @Test
    void malformedInputIsAnsweredWithADocumentedProblem() {
        assertThat(ApiWalk.badAnswersToMalformedInput()).isEmpty();
    }

    @Test
    void noOperationTakesMoreInThanItNeeds() {
        assertThat(LongBodies.takenIn()).isEmpty();
    }

    @Test
    void aForgedTokenLetsNobodyIn() throws IOException {
        assertThat(TokenForgeries.wrong()).isEmpty();
    }

    @Test
    void anAnswerIsRepeatedToWhomItWasGivenOnly() throws SQLException {
        assertThat(ReplayWalk.shownToOthers()).isEmpty();
    }

    @Test
    void nothingFailsOverNonsense() throws IOException {
        assertThat(NonsenseRequests.badAnswers()).isEmpty();
    }
}
