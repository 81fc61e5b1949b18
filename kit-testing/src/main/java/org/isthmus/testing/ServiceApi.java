package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** What the API of every service keeps. A service's own test class extends it, and thereby runs all of it. */
public abstract class ServiceApi {

    private static String module() {
        return ConfigProvider.getConfig().getValue("quarkus.application.name", String.class);
    }

    @Test
    public void everyOperationFollowsTheConventions() {
        assertThat(ApiWalk.breaksOfConventions()).isEmpty();
    }

    @Test
    public void everyOperationLetsInWhomThePolicyNamesAndNobodyElse() {
        assertThat(ApiWalk.breaksOfPolicy()).isEmpty();
    }

    @Test
    public void malformedInputIsAnsweredWithADocumentedProblem() {
        assertThat(ApiWalk.badAnswersToMalformedInput()).isEmpty();
    }

    @Test
    public void whatABodyNamesIsThere() {
        assertThat(ReferenceWalk.takenThoughUnknown()).isEmpty();
    }

    /** Whoever reaches the service's own port gains nothing by it. */
    @Test
    public void aRequestHasOneReadingOrNone() throws IOException {
        assertThat(new OneReading().wrong()).isEmpty();
    }

    @Test
    public void aForgedTokenLetsNobodyIn() throws IOException {
        assertThat(TokenForgeries.wrong()).isEmpty();
    }

    @Test
    public void anAnswerIsRepeatedToWhomItWasGivenOnly() throws SQLException {
        assertThat(ReplayWalk.shownToOthers()).isEmpty();
    }

    @Test
    public void nothingFailsOverNonsense() throws IOException {
        assertThat(NonsenseRequests.badAnswers()).isEmpty();
    }

    @Test
    public void noOperationTakesMoreInThanItNeeds() {
        assertThat(LongBodies.takenIn()).isEmpty();
    }

    @Test
    public void hostileInputIsRefusedAsDocumentedWithARemedy() {
        assertThat(ApiWalk.badAnswersToHostileInput()).isEmpty();
    }

    @Test
    public void logsRepeatNothingThatCallersSend() {
        assertThat(LoggedInput.repeated()).isEmpty();
    }

    @Test
    public void whatIsKeptAndHowLongStandsOnThePageOfOperations() {
        assertThat(RetentionPage.kept()).isEqualTo(RetentionPage.told());
    }

    @Test
    public void theDocumentIsTheCommittedOne() {
        OpenApiDocument.assertCommitted(module());
    }

    @Test
    public void clientsOfTheReleasedDocumentGoOnWorking() {
        assertThat(ReleasedApi.breaks(module())).isEmpty();
    }
}
