package org.isthmus.funding.grant;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.funding.allocation.Allocate;
import org.isthmus.funding.allocation.NewAllocation;
import org.isthmus.funding.attribution.KnownActions;
import org.isthmus.funding.attribution.WorkProgramme;
import org.isthmus.funding.booking.Booking;
import org.isthmus.kit.values.Money;
import org.isthmus.testing.TestClient;
import org.isthmus.testing.Told;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProjectConsumerTest {

    private static final String SIGNED = "eu.isthmus.projects.grant.signed.v1";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    KnownActions actions;

    @Inject
    Allocate allocate;

    @Inject
    Booking booking;

    @Test
    void aSignedGrantIsCommittedOnceThoughToldThrice() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = Scene.project();
        UUID event = UUID.randomUUID();

        Scene.projects(kafka).event(event, SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));
        Scene.projects(kafka).event(event, SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));
        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));

        JsonPath told = told(project, "commitment.booked.v1");
        assertThat(told.getString("committed.amount")).isEqualTo("150.00");
        assertThat(told.getString("outstanding.amount")).isEqualTo("150.00");
        assertThat(told.getString("actionId")).isEqualTo(action.toString());
        TestClient.as("auditor")
                .get("/v1/commitments?projectId=" + project)
                .then()
                .body("items", hasSize(1))
                .body("items[0].reference", is("G-" + project));
        TestClient.as("auditor")
                .get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
                .then()
                .body("items[0].balance.amount", is("50.00"));
        await().until(() -> Told.of(kafka, project).size() == 2);
        assertThat(Told.of(kafka, project).getLast().payload())
                .isEqualTo(Told.of(kafka, project).getFirst().payload());
    }

    @Test
    void aGrantBookedByHandBeforeItIsSignedIsToldAgain() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = Scene.project();
        TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        Scene.individual(action, project, "G-" + project, "150.00", "2010-12-20"))
                .statusCode(201);
        await().until(() -> Told.of(kafka, project).size() == 1);

        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));

        await().until(() -> Told.of(kafka, project).size() == 2);
        assertThat(Told.of(kafka, project).getLast().payload())
                .isEqualTo(Told.of(kafka, project).getFirst().payload());
        TestClient.as("auditor")
                .get("/v1/commitments?projectId=" + project)
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void aGrantSignedBeforeItsWorkProgrammeIsHeardOfWaitsForIt() {
        String line = Scene.line(2010, "500.00");
        UUID action = UUID.randomUUID();
        UUID project = Scene.project();

        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));
        // not by its event: in tests all channels share one thread, on which the grant waits
        QuarkusTransaction.requiringNew().run(() -> adopt(action, line));

        assertThat(told(project, "commitment.booked.v1").getString("committed.amount"))
                .isEqualTo("150.00");
    }

    @Test
    void aGrantOfAnActionThatNobodyEverHearsOfIsRefusedInTheEnd() {
        UUID project = Scene.project();

        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, UUID.randomUUID(), "150.00", "2010-12-20"));

        assertThat(told(project, "commitment.refused.v1").getString("code")).isEqualTo("financing-decision-missing");
    }

    /** Its project would have been told before it, on the same topic: there is nothing to wait for (R18). */
    @Test
    void aGrantOfAProjectThatNobodyHeardOfIsRefusedAtOnce() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = UUID.randomUUID();

        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "150.00", "2010-12-20"));

        JsonPath told = told(project, "commitment.refused.v1");
        assertThat(told.getString("code")).isEqualTo("project-unknown");
        assertThat(told.getString("detail")).contains(project.toString(), "What is known here is as of the event of");
    }

    @Test
    void aGrantSignedInTheFutureIsRefused() {
        String line = Scene.line(Scene.THIS_YEAR, "500.00");
        UUID action = Scene.allocated(kafka, line, Scene.THIS_YEAR, "200.00");
        UUID project = Scene.project();

        Scene.projects(kafka)
                .event(
                        SIGNED,
                        project,
                        4,
                        signed(
                                project,
                                action,
                                "150.00",
                                Scene.today().plusDays(2).toString()));

        assertThat(told(project, "commitment.refused.v1").getString("detail")).contains("a day that has come");
    }

    @Test
    void aGrantThatCannotBeCommittedIsRefusedWithEveryReason() {
        UUID action = Scene.allocated(kafka, Scene.line(2010, "500.00"), 2010, "200.00");
        UUID project = Scene.project();

        Scene.projects(kafka).event(SIGNED, project, 4, signed(project, action, "200.01", "2011-01-02"));

        JsonPath told = told(project, "commitment.refused.v1");
        assertThat(told.getString("code")).isEqualTo("commitment-refused");
        assertThat(told.getInt("projectVersion")).isEqualTo(4);
        assertThat(told.getString("detail"))
                .contains("signed by 31 December 2010, not on 2011-01-02")
                .contains("200.01 EUR is asked for, 200.00 EUR is left");
        TestClient.as("auditor")
                .get("/v1/accounts?kind=ALLOCATION&actionId=" + action)
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
        TestClient.awaitStatus("/v1/commitments/" + id, 404);
    }

    private void adopt(UUID action, String line) {
        actions.learn(new WorkProgramme(
                UUID.randomUUID(),
                1,
                1,
                "AWP",
                "THEMATIC-MIGR",
                2010,
                new WorkProgramme.Decision("AAP", LocalDate.of(2010, 11, 30)),
                null,
                List.of(new WorkProgramme.Action(
                        action,
                        "AWP/1",
                        Money.euros("200.00"),
                        new WorkProgramme.Line(line, 2010),
                        null,
                        null,
                        null))));
        booking.book(allocate.decisions(
                        List.of(new NewAllocation(
                                action, Money.euros("200.00"), LocalDate.of(2010, 11, 30), "Adopted")),
                        "test")
                .getFirst());
    }

    private JsonPath told(UUID project, String event) {
        await().until(() -> !Told.of(kafka, project).isEmpty());
        assertThat(Told.types(kafka, project)).contains("eu.isthmus.funding." + event);
        return JsonPath.from(Told.of(kafka, project).getFirst().payload());
    }

    private static String signed(UUID project, UUID action, String amount, String on) {
        return """
                {"projectId": "%s", "version": 4, "reference": "P-%s",
                 "grant": {"reference": "G-%s", "amount": %s, "signedOn": "%s", "actionId": "%s"}}
                """.formatted(project, project, project, TestClient.euros(amount), on, action);
    }
}
