package org.isthmus.programming.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.function.Supplier;
import org.isthmus.programming.Sample;
import org.isthmus.testing.HiddenThings;
import org.isthmus.testing.PublicAnswers;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.Test;

/** What is not adopted yet is nobody's business: it shows by nothing that moves, and looks as if it were not there. */
@QuarkusTest
class DraftsTest {

    @Test
    void whatIsHiddenMovesNothingThatEverybodyReadsAndLooksMissing() {
        Sample sample = Sample.withEnvelope("5000000.00", "");
        Sample.country("MD");
        String programme = sample.programme();
        PublicAnswers everybodys = PublicAnswers.of(
                "/v1/work-programmes?limit=1000&total=true&facets=status",
                "/v1/work-programmes?total=true&programme=" + programme,
                "/v1/actions?limit=1000&total=true",
                "/v1/coverage?limit=1000&total=true",
                "/v1/coverage/totals?groupBy=programme&programme=" + programme,
                "/v1/strategy-papers?total=true&programme=" + programme,
                "/v1/indicative-programmes?total=true&programme=" + programme,
                "/v1/programmes?code=" + programme,
                "/v1/evaluations?limit=1000&total=true",
                "/v1/countries?limit=1000&total=true");

        String id = sample.beforeAdoption("AWP-" + Sample.code(), 2010, "100000.00");

        everybodys.assertUnchanged();
        for (Supplier<RequestSpecification> caller :
                List.<Supplier<RequestSpecification>>of(TestClient::plainly, () -> TestClient.partner("IOM"))) {
            assertThat(HiddenThings.toldApart("/v1/work-programmes", id, caller))
                    .isEmpty();
        }
    }
}
