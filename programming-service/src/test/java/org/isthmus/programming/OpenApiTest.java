package org.isthmus.programming;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.testing.ApiWalk;
import org.isthmus.testing.LongBodies;
import org.isthmus.testing.OpenApiDocument;
import org.isthmus.testing.ReferenceWalk;
import org.isthmus.testing.ReleasedApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OpenApiTest {

    @Test
    void theDocumentIsTheCommittedOne() {
        OpenApiDocument.assertCommitted("programming-service");
    }

    @Test
    void everyOperationFollowsTheConventions() {
        assertThat(ApiWalk.breaksOfConventions()).isEmpty();
    }

    @Test
    void everyOperationLetsInWhomThePolicyNamesAndNobodyElse() {
        assertThat(ApiWalk.breaksOfPolicy()).isEmpty();
    }

    @Test
    void malformedInputIsAProblemAndNeverAFailure() {
        assertThat(ApiWalk.badAnswersToMalformedInput()).isEmpty();
    }

    @Test
    void whatABodyNamesIsThere() {
        assertThat(ReferenceWalk.takenThoughUnknown()).isEmpty();
    }

    @Test
    void noOperationTakesMoreInThanItNeeds() {
        assertThat(LongBodies.takenIn()).isEmpty();
    }

    @Test
    void hostileInputIsRefusedAsDocumentedWithARemedy() {
        assertThat(ApiWalk.badAnswersToHostileInput()).isEmpty();
    }

    @Test
    void clientsOfTheReleasedDocumentGoOnWorking() {
        assertThat(ReleasedApi.breaks("programming-service")).isEmpty();
    }
}
