package org.isthmus.funding.allocation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.isthmus.funding.Scene;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

@QuarkusTest
class WorkProgrammeConsumerTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Test
    void anAdoptedActionGetsItsMoneyOnceThoughToldTwice() {
        String line = Scene.line(2010, "40000000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        UUID event = UUID.randomUUID();
        String payload = Scene.workProgramme(programme, 1, action, line, 2010, "2000000.00");

        Scene.workProgrammes(kafka).event(event, Scene.ADOPTED, programme, 1, payload);
        Scene.workProgrammes(kafka).event(event, Scene.ADOPTED, programme, 1, payload);
        Scene.workProgrammes(kafka).event(Scene.ADOPTED, programme, 1, payload);

        String movement = Scene.awaitAllocation(action, "BOOKED")
                .body("items[0].amount.amount", is("2000000.00"))
                .body("items[0].version", is(1))
                .extract()
                .path("items[0].movementId");
        given().get("/v1/movements/" + movement)
                .then()
                .statusCode(200)
                .body("type", is("ALLOCATE"))
                .body("effectiveOn", is("2010-11-30"))
                .body("by", nullValue())
                .body("entries[0].balanceAfter", nullValue());
        TestClient.as("auditor")
                .get("/v1/movements/" + movement)
                .then()
                .body("by", is("programming-service"))
                .body("entries[0].account.kind", is("APPROPRIATION"))
                .body("entries[0].amount", is("-2000000.00"))
                .body("entries[0].balanceAfter", is("38000000.00"))
                .body("entries[1].account.action", is(Scene.reference(action)))
                .body("entries[1].balanceAfter", is("2000000.00"));
        given().get("/v1/accounts?kind=APPROPRIATION&budgetLine=" + line)
                .then()
                .body("items[0].balance.amount", is("38000000.00"));
    }

    @Test
    void anAmendmentMovesOnlyTheDifferenceAndAnOlderVersionNothing() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "300.00");
        Scene.awaitAllocation(action, "BOOKED");

        Scene.workProgrammes(kafka)
                .event(Scene.AMENDED, programme, 3, Scene.workProgramme(programme, 3, action, line, 2010, "500.00"));
        Scene.workProgrammes(kafka)
                .event(Scene.AMENDED, programme, 2, Scene.workProgramme(programme, 2, action, line, 2010, "700.00"));
        Scene.workProgrammes(kafka)
                .event(Scene.AMENDED, programme, 4, Scene.workProgramme(programme, 4, action, line, 2010, "200.00"));

        await().until(() -> "200.00"
                .equals(given().get("/v1/allocations?actionId=" + action).path("items[0].amount.amount")));
        given().get("/v1/movements?type=ALLOCATE&accountKind=ALLOCATION&sort=position&action="
                        + Scene.reference(action))
                .then()
                .body("items.entries.collect { it[1].amount }", is(java.util.List.of("300.00", "200.00", "-300.00")));
    }

    @Test
    void whatIsToldAgainBooksNothingThoughTheBooksWouldTakeItNow() {
        String line = Scene.line(2010, "100.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "300.00");
        String refused = Scene.awaitAllocation(action, "REFUSED")
                .extract()
                .path("items[0]")
                .toString();
        Scene.appropriate(line, 2010, "COMMITMENT", "400.00");

        Scene.workProgrammes(kafka)
                .event(Scene.ADOPTED, programme, 7, Scene.workProgramme(programme, 7, 1, action, line, 2010, "300.00"));
        Scene.allocated(kafka, line, 2010, "1.00");

        assertThat(Scene.awaitAllocation(action, "REFUSED")
                        .extract()
                        .path("items[0]")
                        .toString())
                .isEqualTo(refused);
        Scene.workProgrammes(kafka)
                .event(Scene.AMENDED, programme, 8, Scene.workProgramme(programme, 8, 2, action, line, 2010, "300.00"));
        Scene.awaitAllocation(action, "BOOKED");
    }

    @Test
    void whatIsToldAgainDoesNotUndoWhatAnOfficerDid() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "300.00");
        String movement = Scene.awaitAllocation(action, "BOOKED").extract().path("items[0].movementId");
        TestClient.post("authorising-officer", "/v1/movements/" + movement + "/reverse", """
                {"effectiveOn": "2010-12-01", "reason": "Booked from the wrong line"}
                """)
                .statusCode(201);

        Scene.workProgrammes(kafka)
                .event(Scene.ADOPTED, programme, 7, Scene.workProgramme(programme, 7, 1, action, line, 2010, "300.00"));
        Scene.allocated(kafka, line, 2010, "1.00");

        Scene.awaitAllocation(action, "RELEASED").body("items[0].amount.amount", is("0.00"));
    }

    @Test
    void anAmendmentBelowWhatIsPromisedIsRefusedAndWhatIsBookedStays() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "600.00");
        Scene.awaitAllocation(action, "BOOKED");
        Scene.committed(action, UUID.randomUUID(), "400.00", "2010-12-10");

        Scene.workProgrammes(kafka)
                .event(Scene.AMENDED, programme, 2, Scene.workProgramme(programme, 2, action, line, 2010, "399.99"));

        await().until(() -> "allocation-committed"
                .equals(given().get("/v1/allocations?actionId=" + action).path("items[0].refusal.code")));
        given().get("/v1/allocations?actionId=" + action)
                .then()
                .body("items[0].amount.amount", is("600.00"))
                .body("items[0].refusal.detail", containsString("can't come down to 399.99 EUR"));
    }

    @Test
    void nothingIsPromisedBeyondTheDecisionInForceThoughMoreIsStillSetAside() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "1000.00");
        Scene.awaitAllocation(action, "BOOKED");
        Scene.committed(action, UUID.randomUUID(), "400.00", "2010-12-10");

        amend(programme, 2, Scene.workProgramme(programme, 2, action, line, 2010, "300.00"));
        awaitRefusal(action, 2);

        promise(action, "600.00").statusCode(409).body("code", is("financing-decision-exceeded"));
        amend(programme, 3, withoutActions(Scene.workProgramme(programme, 3, action, line, 2010, "0.00")));
        awaitRefusal(action, 3);
        promise(action, "0.01").statusCode(409).body("code", is("action-withdrawn"));
    }

    @Test
    void whatOneActionGivesBackAnotherCanTakeInWhateverOrderTheyStand() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Scene.workProgrammes(kafka)
                .event(Scene.ADOPTED, programme, 1, two(programme, 1, line, first, "400.00", second, "600.00"));
        Scene.awaitAllocation(first, "BOOKED");

        amend(programme, 2, two(programme, 2, line, first, "600.00", second, "400.00"));

        await().until(() -> "400.00".equals(amount(second)));
        assertThat(amount(first)).isEqualTo("600.00");
    }

    @Test
    void anActionCountsFromTheDecisionThatItIsUnder() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "300.00");
        Scene.awaitAllocation(action, "BOOKED");

        amend(
                programme,
                2,
                Scene.workProgramme(programme, 2, action, line, 2010, "500.00")
                        .replace("\"mode\"", "\"decision\": \"C(2010) 9\", \"decidedOn\": \"2010-12-15\", \"mode\""));

        await().until(() -> "500.00".equals(amount(action)));
        String movement = given().get("/v1/allocations?actionId=" + action).path("items[0].movementId");
        given().get("/v1/movements/" + movement)
                .then()
                .body("effectiveOn", is("2010-12-15"))
                .body("reason", containsString("Financing decision C(2010) 9"));
        promise(action, "1.00").statusCode(409).body("code", is("before-financing-decision"));
    }

    @Test
    void anAmendmentChangesNothingBeforeItsOwnDay() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();
        Scene.adopt(kafka, programme, action, line, 2010, "1000.00");
        Scene.awaitAllocation(action, "BOOKED");

        amend(
                programme,
                2,
                Scene.workProgramme(programme, 2, action, line, 2010, "900.00")
                        .replace("\"mode\"", "\"decision\": \"AAP\", \"decidedOn\": \"2010-11-30\", \"mode\"")
                        .replace("\"actions\"", "\"amendedOn\": \"2010-12-20\", \"actions\""));

        await().until(() -> "900.00".equals(amount(action)));
        String movement = given().get("/v1/allocations?actionId=" + action).path("items[0].movementId");
        given().get("/v1/movements/" + movement).then().body("effectiveOn", is("2010-12-20"));
    }

    @Test
    void anAllocationCountsFromTheFirstDayThatTheLineHasTheMoney() {
        String line = Scene.line(2010, "100.00");
        Scene.confirmed(
                "authorising-officer", TestClient.post("authorising-officer", "/v1/appropriations", """
                        {"budgetLine": "%s", "year": 2010, "kind": "COMMITMENT", "amount": %s,
                         "effectiveOn": "2010-12-05", "reason": "Amending budget"}
                        """.formatted(
                                line, TestClient.euros("100.00"))));

        UUID action = Scene.allocated(kafka, line, 2010, "150.00");

        String movement = given().get("/v1/allocations?actionId=" + action).path("items[0].movementId");
        given().get("/v1/movements/" + movement).then().body("effectiveOn", is("2010-12-05"));
    }

    @Test
    void aDecisionInAnotherCurrencyIsPutAside() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID action = UUID.randomUUID();

        Scene.workProgrammes(kafka)
                .event(
                        Scene.ADOPTED,
                        programme,
                        1,
                        Scene.workProgramme(programme, 1, action, line, 2010, "300.00")
                                .replace("EUR", "USD"));

        Scene.allocated(kafka, line, 2010, "70.00");
        TestClient.get("/v1/allocations?workProgrammeId=" + programme).statusCode(400); // nobody has heard of it
        promise(action, "1.00").statusCode(409).body("code", is("financing-decision-missing"));
    }

    @Test
    void whatCannotBeBookedSaysWhy() {
        UUID action = UUID.randomUUID();
        UUID poor = UUID.randomUUID();
        String line = Scene.line(2010, "100.00");

        Scene.adopt(kafka, UUID.randomUUID(), action, "99 99 99", 2010, "5.00");
        Scene.adopt(kafka, UUID.randomUUID(), poor, line, 2010, "100.01");

        Scene.awaitAllocation(action, "REFUSED")
                .body("items[0].refusal.reasons.code", hasItems("appropriation-missing"));
        Scene.awaitAllocation(poor, "REFUSED")
                .body("items[0].refusal.code", is("appropriation-exceeded"))
                .body(
                        "items[0].refusal.detail",
                        containsString(
                                "100.01 EUR is asked for %s, 100.00 EUR is left".formatted(Scene.reference(poor))));
    }

    @Test
    void poisonIsPutAsideAndTheNextEventCounts() {
        String line = Scene.line(2010, "100.00");
        UUID programme = UUID.randomUUID();

        Scene.workProgrammes(kafka).event(Scene.ADOPTED, programme, 1, "{\"workProgrammeId\": 7");

        Scene.allocated(kafka, line, 2010, "70.00");
        TestClient.get("/v1/allocations?workProgrammeId=" + programme).statusCode(400); // nobody has heard of it
    }

    @Test
    void anAmendmentChangesNoDayBeforeItsOwn() {
        String line = Scene.line(2010, "1000.00");
        UUID programme = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Scene.workProgrammes(kafka)
                .event(Scene.ADOPTED, programme, 1, two(programme, 1, line, first, "400.00", second, "600.00"));
        Scene.awaitAllocation(second, "BOOKED");

        amend(programme, 2, on("2011-02-03", two(programme, 2, line, first, "650.00", second, "250.00")));
        await().until(() -> "650.00".equals(amount(first)));

        assertThat(allocated(line, "2011-02-02")).isEqualTo("1000.00");
        assertThat(allocated(line, "2011-02-03")).isEqualTo("900.00");
    }

    /** Random amendments, each on a later day: after each one, what was allocated by the day before it is as it was. */
    @RepeatedTest(5)
    void noSequenceOfAmendmentsChangesThePast(RepetitionInfo repetition) {
        long seed = Long.getLong("seed", repetition.getCurrentRepetition());
        Random random = new Random(seed);
        String line = Scene.line(2010, "100000.00");
        UUID programme = UUID.randomUUID();
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Scene.workProgrammes(kafka)
                .event(Scene.ADOPTED, programme, 1, two(programme, 1, line, first, "100.00", second, "100.00"));
        Scene.awaitAllocation(second, "BOOKED");
        LocalDate day = LocalDate.of(2010, 12, 5);
        for (int version = 2; version < 8; version++) {
            LocalDate act = day.plusDays(1 + random.nextInt(60));
            String before = allocated(line, act.minusDays(1).toString());
            String one = random.nextInt(500) + ".00";
            String other = random.nextInt(500) + "." + (10 + random.nextInt(90));

            amend(programme, version, on(act.toString(), two(programme, version, line, first, one, second, other)));
            await().until(() -> one.equals(amount(first)) && other.equals(amount(second)));

            assertThat(allocated(line, act.minusDays(1).toString()))
                    .as("-Dseed=%d", seed)
                    .isEqualTo(before);
            day = act;
        }
    }

    private static String on(String day, String payload) {
        return payload.replace("\"actions\": [", "\"amendedOn\": \"%s\", \"actions\": [".formatted(day));
    }

    private static String allocated(String line, String asOf) {
        return given().get("/v1/execution?measures=allocated&budgetLine=" + line + "&asOf=" + asOf)
                .path("total.allocated");
    }

    private void amend(UUID programme, int version, String payload) {
        Scene.workProgrammes(kafka).event(Scene.AMENDED, programme, version, payload);
    }

    private static void awaitRefusal(UUID action, int version) {
        await().until(() -> Integer.valueOf(version)
                .equals(given().get("/v1/allocations?actionId=" + action)
                        .path("items[0].refusal.workProgrammeVersion")));
    }

    private static String amount(UUID action) {
        return given().get("/v1/allocations?actionId=" + action).path("items[0].amount.amount");
    }

    private static ValidatableResponse promise(UUID action, String amount) {
        UUID project = UUID.randomUUID();
        return TestClient.post(
                "finance-officer-b",
                "/v1/commitments",
                Scene.individual(action, project, "W-" + project, amount, "2010-12-12"));
    }

    private static String withoutActions(String payload) {
        return payload.substring(0, payload.indexOf("\"actions\"")) + "\"actions\": []}";
    }

    private static String two(
            UUID programme,
            int version,
            String line,
            UUID first,
            String firstAmount,
            UUID second,
            String secondAmount) {
        String one = Scene.workProgramme(programme, version, first, line, 2010, firstAmount);
        String other = Scene.workProgramme(programme, version, second, line, 2010, secondAmount);
        String actions = "\"actions\": [";
        return one.substring(0, one.lastIndexOf("]}")) + ", "
                + other.substring(other.indexOf(actions) + actions.length());
    }
}
