package org.isthmus.projects;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.isthmus.testing.ApiWalk;
import org.isthmus.testing.LongBodies;
import org.isthmus.testing.OpenApiDocument;
import org.isthmus.testing.ReferenceWalk;
import org.isthmus.testing.ReleasedApi;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectsApiTest {

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
    void theDocumentIsTheCommittedOne() {
        OpenApiDocument.assertCommitted("projects-service");
    }

    @Test
    void clientsOfTheReleasedDocumentGoOnWorking() {
        assertThat(ReleasedApi.breaks("projects-service")).isEmpty();
    }
}
