package org.isthmus.funding.reconciliation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.isthmus.funding.OwnerOfTables;
import org.isthmus.funding.Scene;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class ReconciliationResourceTest {

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    AgroalDataSource database;

    private UUID project = UUID.randomUUID();
    private String line = "";
    private UUID action = UUID.randomUUID();
    private String commitment = "";
    private String reference = "";
    private String movement = "";

    @BeforeEach
    void givenAPaidPromise() {
        project = UUID.randomUUID();
        line = Scene.line(2010, "500.00");
        action = Scene.allocated(kafka, line, 2010, "200.00");
        commitment = Scene.committed(action, project, "120.00", "2010-12-01");
        reference = Scene.reference(project);
        String payment = TestClient.post(
                        "finance-officer", "/v1/payments", """
                        {"commitmentId": "%s", "kind": "INTERIM", "amount": %s, "reason": "x"}
                        """.formatted(commitment, TestClient.euros("20.00")))
                .extract()
                .path("id");
        TestClient.post("authorising-officer", "/v1/payments/" + payment + "/authorise", "{}");
        movement = TestClient.post(
                        "accounting-officer",
                        "/v1/payments/" + payment + "/execute",
                        "{\"executedOn\": \"2010-12-20\"}")
                .statusCode(200)
                .extract()
                .path("movement.id");
    }

    @Test
    void theBooksAgreeWithAllThatWasMadeFromThem() {
        TestClient.as("auditor")
                .get("/v1/reconciliation")
                .then()
                .statusCode(200)
                .body("checks.differences", everyItem(empty()))
                .body("agrees", is(true))
                .body("balances.ALL", is("0.00"));
        given().get("/v1/reconciliation").then().statusCode(401);
    }

    @Test
    void aReversalAndAnAppropriationAreToldToo() {
        TestClient.post("accounting-officer-b", "/v1/movements/" + movement + "/reverse", """
                        {"reason": "Returned by the bank", "effectiveOn": "2010-12-31"}
                        """)
                .statusCode(201);
        String appropriation = given().get("/v1/appropriations?kind=COMMITMENT&budgetLine=" + Scene.line(2010, "7.00"))
                .path("items[0].movementId");
        TestClient.post("authorising-officer-c", "/v1/movements/" + appropriation + "/reverse", """
                        {"reason": "Wrong line", "effectiveOn": "2010-12-31"}
                        """)
                .statusCode(201);

        assertThat(differences("TOLD")).isEmpty();
    }

    @Test
    void whatWasToldLongAgoIsKeptNoLongerAndWasToldAllTheSame() {
        String emptied = "select exists (select from outbox where payload = '{}'"
                + " and transaction = (select transaction from movement where id = '%s')) as holds".formatted(movement);
        await().until(() -> {
            Query.of("select erase_sent_events(now() + interval '1 hour', 100000) as ended")
                    .only(database, row -> row.integer("ended"));
            return Query.of(emptied).only(database, row -> row.flag("holds"));
        });

        assertThat(differences("TOLD")).isEmpty();
    }

    /** What a check compares, changed by one cent, euro or name behind the application's back. */
    private record Tampering(String subject, String table, String change, String back) {}

    /** The checks that the rooms offer. */
    private static final List<String> CHECKS = List.of(
            "ALLOCATIONS",
            "BALANCES",
            "COMMITMENTS",
            "LINES",
            "MOVEMENTS",
            "MOVEMENTS_SHOWN",
            "PAYMENTS",
            "REPRESENTATIONS",
            "TOLD");

    /** What is worth a look and no disagreement. */
    private static final List<String> FINDINGS = List.of("ACTIONS", "CONTRIBUTIONS", "PARTS");

    private static List<String> checks() {
        return Stream.concat(CHECKS.stream(), FINDINGS.stream()).toList();
    }

    @Test
    void eachCheckThatARoomOffersIsTriedHere() {
        assertThat(report().<List<String>>path("checks.check")).isEqualTo(CHECKS);
        assertThat(report().<List<String>>path("findings.check")).isEqualTo(FINDINGS);
    }

    @ParameterizedTest
    @MethodSource("checks")
    void whatIsTamperedWithIsNamed(String check) throws SQLException {
        Tampering tampering = tampering(check);

        OwnerOfTables.changes(tampering.table(), tampering.change());
        try {
            assertThat(differences(check)).anyMatch(subject -> subject.contains(tampering.subject()));
            assertThat(report().<Boolean>path("agrees")).isEqualTo(FINDINGS.contains(check));
        } finally {
            OwnerOfTables.changes(tampering.table(), tampering.back());
        }

        if (FINDINGS.contains(check)) { // other tests' umbrellas may have parts above them
            assertThat(differences(check)).noneMatch(subject -> subject.contains(tampering.subject()));
        } else {
            assertThat(differences(check)).isEmpty();
        }
    }

    private Tampering tampering(String check) {
        return switch (check) {
            case "BALANCES", "LINES" ->
                amounts(line, "account", "balance", "kind = 'ALLOCATION' and budget_line = '" + line + "'");
            case "MOVEMENTS" -> amounts(movement, "entry", "amount", "line = 2 and movement_id = '" + movement + "'");
            case "ALLOCATIONS" ->
                amounts(Scene.reference(action), "allocation", "amount", "action_id = '" + action + "'");
            case "COMMITMENTS" -> amounts(reference, "commitment", "committed", "id = '" + commitment + "'");
            case "REPRESENTATIONS" -> amounts(reference, "commitment_view", "outstanding", "id = '" + commitment + "'");
            case "MOVEMENTS_SHOWN" ->
                new Tampering(
                        movement,
                        "movement_view",
                        "update movement_view set body = replace(body, '\"-20.00\"', '\"-20.01\"') where id = '%s'"
                                .formatted(movement),
                        "update movement_view set body = replace(body, '\"-20.01\"', '\"-20.00\"') where id = '%s'"
                                .formatted(movement));
            case "CONTRIBUTIONS" -> contribution();
            case "ACTIONS" -> {
                tellProject("120.00", "\"actionId\": \"%s\",".formatted(action));
                String sql = "update known_project set action_id = '%s' where id = '%s'";
                yield new Tampering(
                        reference,
                        "known_project",
                        sql.formatted(UUID.randomUUID(), project),
                        sql.formatted(action, project));
            }
            case "PARTS" -> part();
            case "PAYMENTS" -> amounts(reference, "payment", "amount", "commitment_id = '" + commitment + "'");
            case "TOLD" ->
                new Tampering(
                        movement,
                        "outbox",
                        "update outbox set payload = replace(payload, '%s', 'x-%1$s')".formatted(movement),
                        "update outbox set payload = replace(payload, 'x-%s', '%1$s')".formatted(movement));
            default -> throw new IllegalArgumentException(check);
        };
    }

    /** The project, known with a contribution of 120.00, that becomes one of a few euros. */
    private Tampering contribution() {
        tellProject("120.00", "");
        String sql = "update attributed_subject set contribution = %s where subject = '%s'";
        return new Tampering(
                project.toString(),
                "attributed_subject",
                sql.formatted("59.99", project),
                sql.formatted("120.00", project));
    }

    private void tellProject(String contribution, String further) {
        Scene.projects(kafka).event("eu.isthmus.projects.project.changed.v1", project, 1, """
                {"projectId": "%1$s", "version": 1, "reference": "%1$s", "published": true, %3$s
                 "contribution": {"amount": %2$s}}
                """.formatted(
                        project, TestClient.euros(contribution), further));
        TestClient.awaitStatus("/v1/execution?project=" + project, 200);
    }

    /** An umbrella of 120.00 with a part of 100.00, that gets a few euros more. */
    private Tampering part() {
        tellProject("120.00", "");
        UUID part = UUID.randomUUID();
        Scene.projects(kafka).event("eu.isthmus.projects.project.changed.v1", part, 1, """
                {"projectId": "%1$s", "version": 1, "reference": "%1$s", "published": true, "partOf": "%3$s",
                 "contribution": {"amount": %2$s}}
                """.formatted(
                        part, TestClient.euros("100.00"), project));
        TestClient.awaitStatus("/v1/execution?project=" + part, 200);
        String sql = "update attributed_subject set contribution = %s where subject = '%s'";
        return new Tampering(
                project.toString(), "attributed_subject", sql.formatted("120.01", part), sql.formatted("100.00", part));
    }

    private static Tampering amounts(String subject, String table, String column, String where) {
        String sql = "update %s set %s = %2$s %s 0.01 where %s";
        return new Tampering(
                subject, table, sql.formatted(table, column, "+", where), sql.formatted(table, column, "-", where));
    }

    private static List<String> differences(String check) {
        String of = FINDINGS.contains(check) ? "findings" : "checks";
        return report().path("%s.find { it.check == '%s' }.differences.subject".formatted(of, check));
    }

    private static Response report() {
        return TestClient.as("auditor").get("/v1/reconciliation");
    }
}
