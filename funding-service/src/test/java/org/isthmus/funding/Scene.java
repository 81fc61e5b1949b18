package org.isthmus.funding;

import io.restassured.response.ValidatableResponse;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.CDI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;

/** What a test needs to be there before its own story begins: lines, appropriations, adopted work programmes. */
public final class Scene {

    public static final String ADOPTED = "eu.isthmus.programming.work-programme.adopted.v1";
    public static final String AMENDED = "eu.isthmus.programming.work-programme.amended.v1";

    /** The year that runs: only what is given back in it can be promised again. */
    public static final int THIS_YEAR = today().getYear();

    /** A day of it that has come. */
    public static final LocalDate NEW_YEAR = LocalDate.of(THIS_YEAR, 1, 1);

    private Scene() {}

    /** The day in the programme's zone, as the service counts it. */
    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Europe/Brussels"));
    }

    /** The day of the financing decision of a year's work programme: a day that has come. */
    private static LocalDate decided(int year) {
        return year == THIS_YEAR ? NEW_YEAR : LocalDate.of(year, 11, 30);
    }

    /** A line of its own with both kinds of appropriations for a year. */
    public static String line(int year, String amount) {
        String code = "L" + UUID.randomUUID().toString().substring(0, 18);
        TestClient.as("authorising-officer")
                .body("{\"code\": \"%s\", \"title\": {\"en\": \"Migration and asylum\"}}".formatted(code))
                .post("/v1/budget-lines")
                .then()
                .statusCode(201);
        appropriate(code, year, "COMMITMENT", amount);
        appropriate(code, year, "PAYMENT", amount);
        return code;
    }

    public static void appropriate(String line, int year, String kind, String amount) {
        confirmed("authorising-officer", TestClient.post("authorising-officer", "/v1/appropriations", """
                {"budgetLine": "%s", "year": %d, "kind": "%s", "amount": %s, "effectiveOn": "%d-01-01",
                 "reason": "Budget"}
                """.formatted(
                        line, year, kind, TestClient.euros(amount), year)));
    }

    /** What somebody in the role asked for is confirmed by another one. */
    public static ValidatableResponse confirmed(String role, ValidatableResponse asked) {
        String id = asked.statusCode(202).extract().path("id");
        return TestClient.post(role + "-b", "/v1/movement-requests/" + id + "/confirm", "{}")
                .statusCode(200);
    }

    /** Commitments of the past, entered by one archivist and confirmed by another one where the rules let them in. */
    public static ValidatableResponse past(String... commitments) {
        ValidatableResponse asked = TestClient.post(
                "archivist",
                "/v1/historical-commitments",
                "{\"movements\": [%s]}".formatted(String.join(", ", commitments)));
        return asked.extract().statusCode() == 202 ? confirmed("archivist", asked) : asked;
    }

    /** The id of one of them. */
    public static String pastId(String commitment) {
        return past(commitment).statusCode(200).extract().path("movements[0].entries[1].account.commitmentId");
    }

    /** One action of a work programme that was adopted on 30 November, this year on 1 January; its allocation is booked. */
    public static UUID allocated(InMemoryConnector kafka, String line, int year, String amount) {
        UUID action = UUID.randomUUID();
        adopt(kafka, UUID.randomUUID(), action, line, year, amount);
        awaitAllocation(action, "BOOKED");
        return action;
    }

    public static void adopt(
            InMemoryConnector kafka, UUID programme, UUID action, String line, int year, String amount) {
        workProgrammes(kafka).event(ADOPTED, programme, 1, workProgramme(programme, 1, action, line, year, amount));
    }

    public static Deliver workProgrammes(InMemoryConnector kafka) {
        return new Deliver(kafka, "work-programmes", "programming.work-programmes");
    }

    public static Deliver projects(InMemoryConnector kafka) {
        return new Deliver(kafka, "projects", "projects.projects");
    }

    /** A programme that funding has heard of. */
    public static void programme(String code) {
        new Deliver(kafka(), "programmes", "programming.programmes")
                .event(
                        "eu.isthmus.programming.programme.changed.v1",
                        UUID.nameUUIDFromBytes(code.getBytes(StandardCharsets.UTF_8)),
                        1,
                        "{\"code\": \"%s\", \"strands\": []}".formatted(code));
        TestClient.awaitStatus("/v1/budget-lines?programme=" + code, 200);
    }

    private static InMemoryConnector kafka() {
        return CDI.current()
                .select(InMemoryConnector.class, Any.Literal.INSTANCE)
                .get();
    }

    public static String workProgramme(UUID programme, int version, UUID action, String line, int year, String amount) {
        return workProgramme(programme, version, version, action, line, year, amount);
    }

    /** One that is told again has a later version and the edition that it had. */
    public static String workProgramme(
            UUID programme, int version, int edition, UUID action, String line, int year, String amount) {
        return """
                {"workProgrammeId": "%s", "version": %d, "edition": %d, "reference": "AWP-%s", "programme": "THEMATIC-MIGR",
                 "indicativeProgramme": "MIP", "year": %d,
                 "financingDecision": {"reference": "AAP", "date": "%s"},
                 "actions": [{"actionId": "%s", "reference": "%s", "title": {"en": "x"}, "amount": %s,
                   "budgetLine": {"code": "%s", "year": %d}, "mode": "CALL",
                   "attribution": {"strands": [{"code": "asylum", "share": "100.0000"}],
                     "countries": [{"code": "MD", "share": "100.0000", "region": "East"}],
                     "regions": [{"code": "East", "share": "100.0000"}]}}]}
                """.formatted(
                        programme,
                        version,
                        edition,
                        programme,
                        year,
                        decided(year),
                        action,
                        reference(action),
                        TestClient.euros(amount),
                        line,
                        year);
    }

    public static String reference(UUID action) {
        return "ACT-" + action;
    }

    public static ValidatableResponse awaitAllocation(UUID action, String status) {
        return TestClient.await("/v1/allocations?actionId=" + action, "items[0].status", status);
    }

    /** A commitment by POST; its id. */
    public static String committed(UUID action, UUID project, String amount, String on) {
        return TestClient.post(
                        "finance-officer-b",
                        "/v1/commitments",
                        individual(action, project, reference(project), amount, on))
                .statusCode(201)
                .extract()
                .path("id");
    }

    /** Other services tell that everybody may see the project, or that nobody may any more. */
    public static void tellProject(InMemoryConnector kafka, UUID project, int version, boolean published) {
        projects(kafka).event("eu.isthmus.projects.project.changed.v1", project, version, """
                {"projectId": "%s", "version": %d, "reference": "%s", "published": %s}
                """.formatted(
                        project, version, project, published));
    }

    /** A project that funding has heard of. */
    public static UUID project() {
        return known(UUID.randomUUID());
    }

    /** Funding hears of the project as of a draft, unless it has heard of it before. */
    public static UUID known(UUID project) {
        String money = "/v1/commitments?projectId=" + project;
        if (TestClient.as("auditor").get(money).statusCode() != 200) {
            synchronized (Scene.class) {
                tellProject(kafka(), project, 0, false);
            }
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(10))
                    .untilAsserted(() -> TestClient.get("auditor", money).statusCode(200));
        }
        return project;
    }

    /** The body of a request for a commitment to a project that funding has heard of. */
    public static String individual(UUID action, UUID project, String reference, String amount, String on) {
        return """
                {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "%s", "amount": %s, "effectiveOn": "%s",
                 "actionId": "%s", "reason": "Grant signed"}
                """.formatted(known(project), reference, TestClient.euros(amount), on, action);
    }
}
