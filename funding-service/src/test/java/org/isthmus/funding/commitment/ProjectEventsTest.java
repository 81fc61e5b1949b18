package org.isthmus.funding.commitment;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.isthmus.funding.Scene;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectEventsTest {

    private static final String SIGNED = "eu.isthmus.projects.grant.signed.v1";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void aSignedGrantIsCommittedOnceThoughToldThrice() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();
        UUID event = UUID.randomUUID();

        Scene.projects(kafka).event(event, SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));
        Scene.projects(kafka).event(event, SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));
        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));

        JsonPath told = told(project, "commitment.booked.v1");
        assertThat(told.getString("committed.amount")).isEqualTo("150.00");
        assertThat(told.getString("outstanding.amount")).isEqualTo("150.00");
        assertThat(told.getString("actionId")).isEqualTo(action.toString());
        Scene.as("auditor")
                .get("/v1/commitments?projectId=" + project)
                .then()
                .body("items", hasSize(1))
                .body("items[0].reference", is("G-" + project));
        given().get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .then()
                .body("items[0].balance.amount", is("50.00"));
        assertThat(messages(project)).hasSize(1);
    }

    @Test
    void aGrantThatCannotBeCommittedIsRefusedWithEveryReason() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();

        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "200.01", "2011-01-02"));

        JsonPath told = told(project, "commitment.refused.v1");
        assertThat(told.getString("code")).isEqualTo("commitment-refused");
        assertThat(told.getInt("projectVersion")).isEqualTo(4);
        assertThat(told.getString("detail"))
                .contains("signed by 31 December 2010, not on 2011-01-02")
                .contains("200.01 EUR is asked for, 200.00 EUR is left");
        given().get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .then()
                .body("items[0].balance.amount", is("200.00"));
    }

    @Test
    void anOlderStateOfAProjectIsNotLearntAnyMore() {
        UUID project = UUID.randomUUID();
        String payload = """
                {"projectId": "%s", "version": 1, "reference": "%s", "published": %s, "surprise": 1}
                """;

        Scene.projects(kafka)
                .event(
                        "eu.isthmus.projects.project.published.v1",
                        project,
                        3,
                        payload.formatted(project, project, true));
        Scene.projects(kafka)
                .event(
                        "eu.isthmus.projects.project.changed.v1",
                        project,
                        2,
                        payload.formatted(project, project, false));
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        String id = Scene.committed(action, project, "5.00", "2010-12-02");

        given().get("/v1/commitments/" + id).then().statusCode(200);

        Scene.projects(kafka).event("eu.isthmus.projects.project.unpublished.v1", project, 4, """
                {"projectId": "%s", "version": 4}
                """.formatted(project));
        await().until(() -> given().get("/v1/commitments/" + id).statusCode() == 404);
    }

    private JsonPath told(UUID project, String event) {
        await().until(() -> !messages(project).isEmpty());
        assertThat(kafka.<String>sink("outbox").received())
                .anySatisfy(message -> assertThat(new String(
                                message.getMetadata(OutgoingKafkaRecordMetadata.class)
                                        .orElseThrow()
                                        .getHeaders()
                                        .lastHeader("ce_type")
                                        .value(),
                                UTF_8))
                        .isEqualTo("eu.isthmus.funding." + event));
        return JsonPath.from(messages(project).getFirst());
    }

    private List<String> messages(UUID project) {
        return kafka.<String>sink("outbox").received().stream()
                .filter(message -> project.toString()
                        .equals(message.getMetadata(OutgoingKafkaRecordMetadata.class)
                                .orElseThrow()
                                .getKey()))
                .map(Message::getPayload)
                .toList();
    }

    private static String signed(UUID project, UUID action, String amount, String on) {
        return """
                {"projectId": "%s", "version": 4, "reference": "P-%s",
                 "grant": {"reference": "G-%s", "amount": %s, "signedOn": "%s", "actionId": "%s"}}
                """.formatted(project, project, project, Scene.money(amount), on, action);
    }
}
