package org.isthmus.funding.attribution;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Filters take the codes of the registers, with or without money, and no others; a refusal says how old our copy is (B3, R18). */
@QuarkusTest
class KnownCodesTest {

    private static final List<String> REPORTS = List.of("/v1/execution?", "/v1/entries?", "/v1/movements?");

    @Inject
    @Any
    InMemoryConnector kafka;

    @BeforeEach
    void tell() {
        tell("countries", "country", """
                {"code": "BT", "name": {"en": "Bhutan"}, "region": "High Asia"}""");
        tell("programmes", "programme", """
                {"programmeId": "%s", "code": "PRE-2000", "strands": [{"code": "old-strand"}]}
                """.formatted(UUID.nameUUIDFromBytes("PRE-2000".getBytes(UTF_8))));
        TestClient.awaitStatus("/v1/execution?strand=old-strand", 200);
        TestClient.awaitStatus("/v1/execution?country=BT", 200);
    }

    @Test
    void whatTheRegistersHaveIsThereWithoutMoney() {
        for (String report : REPORTS) {
            for (String known : List.of("country=BT", "strand=old-strand", "programme=PRE-2000", "region=High Asia")) {
                TestClient.get("auditor", report + known).statusCode(200);
            }
        }
        TestClient.get("auditor", "/v1/allocations?programme=PRE-2000")
                .statusCode(200)
                .body("items", is(List.of()));
    }

    @Test
    void whatTheyDoNotHaveIsRefusedWithTheAgeOfOurCopy() {
        for (String report : REPORTS) {
            for (String unknown : List.of("country=AQ", "strand=nothing", "programme=NOPE", "region=Atlantis")) {
                TestClient.get("auditor", report + unknown)
                        .statusCode(400)
                        .body("errors[0].parameter", is(unknown.replaceAll("=.*", "")))
                        .body("errors[0].detail", containsString("here"));
            }
            TestClient.get("auditor", report + "country=EL")
                    .statusCode(400)
                    .body(
                            "errors[0].detail",
                            containsString("you may mean GR. What is known here is as of the event of"));
        }
    }

    private void tell(String topic, String noun, String data) {
        new Deliver(kafka, topic, "programming." + topic)
                .event(
                        "eu.isthmus.programming.%s.changed.v1".formatted(noun),
                        UUID.nameUUIDFromBytes(data.substring(0, 20).getBytes(UTF_8)),
                        1,
                        data);
    }
}
