package org.isthmus.projects.erasure;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.publish;
import static org.isthmus.testing.TestClient.as;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.partner;
import static org.isthmus.testing.TestClient.patch;
import static org.isthmus.testing.TestClient.unique;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.retention.RetentionRule;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A text that must not be kept is taken out of everything that holds it, and the seals stand. */
@QuarkusTest
class ErasureTest {

    private static final String ERASURES = "/v1/audit/projects/erasures";

    @Inject
    AgroalDataSource database;

    @Inject
    @Any
    Instance<RetentionRule> rules;

    private final String lead = unique("lead");
    private final String marker = unique("named").replace('-', 'x');
    private String id = "";
    private String published = "";
    private String waiting = "";
    private String then = "";

    /**
     * Version 3 was proposed by a partner, and says it in the title, which events tell; version 4 says it no more. What was
     * proposed upon version 3 waits, with what it would replace.
     */
    @BeforeEach
    void sayIt() {
        organisation(lead);
        id = project(
                unique("spoken"),
                "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(lead));
        publish(id);
        String body = "{\"title\": {\"en\": \"%1$s\"}, \"summary\": {\"en\": \"About %1$s\"}}".formatted(marker);
        partner(lead)
                .header("If-Match", "\"v1\"")
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(412);
        published = proposed(body);
        officer()
                .header("Idempotency-Key", UUID.randomUUID())
                .post("/v1/pending-versions/" + published + "/publish")
                .then()
                .statusCode(200);
        then = given().get("/v1/projects/" + id + "/versions").path("items[1].recordedAt");
        waiting = proposed("{\"summary\": {\"en\": \"Shorter\"}}");
        patch("programme-officer", "/v1/projects/" + id, "*", "{\"title\": {\"en\": \"Mended\"}, \"summary\": null}")
                .statusCode(200)
                .body("version", is(4));
        await().until(() ->
                holds("select number = sent and not exists (select from outbox_unnumbered) from outbox_relay"));
    }

    @Test
    void itIsInNoTableAnyMoreAndTheSealsStand() {
        assertThat(holding())
                .contains(
                        "audit",
                        "idempotency_key",
                        "outbox",
                        "pending_version",
                        "pending_version_view",
                        "project_history");
        await().until(() -> holds("""
                not exists (select from audit a where object = '%s'
                               and not exists (select from audit_sealed s where s.position = a.position))
                """.formatted(id)));
        withdraw();
        String erasure =
                requested("{\"thing\": \"%s\", \"first\": 3, \"reason\": \"Register 2026/117\"}".formatted(id));

        as("authorising-officer")
                .post(ERASURES + "/" + erasure + "/confirm")
                .then()
                .statusCode(200)
                .body("status", is("DONE"))
                .body("versions", is(1))
                .body("events", is(1))
                .body("lines", greaterThan(3));

        assertThat(holding()).isEmpty();
        as("auditor")
                .get("/v1/audit/projects/verification")
                .then()
                .body("intact", is(true))
                .body("altered", is(0))
                .body("erased", greaterThan(3));
        as("auditor")
                .get("/v1/audit/projects?object=" + id)
                .then()
                .body("items.operation", hasItem("patchProject"))
                .body("items.caller", hasItem("somebody"));
        given().get("/v1/projects/" + id).then().body("title.en", is("Mended"));
        officer().get("/v1/pending-versions/" + waiting).then().body("changes.summary.en", is("Shorter"));
        given().get("/v1/projects/" + id + "/versions/3").then().statusCode(404).body("code", is("version-withdrawn"));
        for (String path : List.of("/v1/projects?q=" + marker, "/v1/projects?q=%s&asOf=%s".formatted(marker, then))) {
            given().get(path).then().statusCode(200).body("items", hasSize(0));
        }
        for (String path :
                List.of("/v1/statistics/projects?asOf=" + then, "/v1/projects?limit=1&total=true&asOf=" + then)) {
            given().get(path).then().statusCode(200);
        }
        given().get("/v1/projects/" + id + "/versions").then().body("items[1].withdrawn.ground", is("PERSONAL_DATA"));
    }

    @Test
    void whatWasWithdrawnOrDecidedLongAgoIsEmptied() {
        withdraw();
        Instant later = Instant.now().plusSeconds(60);
        for (RetentionRule rule : rules) {
            if (Set.of("decided-changes", "withdrawn-versions").contains(rule.name())) {
                assertThat(rule.end(later, 10_000)).isPositive();
                assertThat(rule.end(later, 10_000)).isZero();
            }
        }

        assertThat(holding()).doesNotContain("project_history");
        officer()
                .get("/v1/pending-versions/" + published)
                .then()
                .body("status", is("PUBLISHED"))
                .body("changes.size()", is(0))
                .body("replaced.size()", is(0));
        officer().get("/v1/pending-versions/" + waiting).then().body("changes.summary.en", is("Shorter"));
    }

    @Test
    void whatNobodyPublishedIsErasedOnceItWasReturned() {
        String word = unique("unheard").replace('-', 'x');
        String returned = proposed("{\"summary\": {\"en\": \"About %s\"}}".formatted(word));
        String erasure = requested("{\"thing\": \"%s\", \"reason\": \"Register\"}".formatted(returned));
        confirm(erasure).statusCode(409).body("code", is("version-not-withdrawn"));
        officer()
                .body("{\"reason\": \"It names a participant\"}")
                .post("/v1/pending-versions/" + returned + "/return")
                .then()
                .statusCode(200);
        assertThat(holding(word)).contains("pending_version");

        confirm(erasure).statusCode(200).body("status", is("DONE"));

        assertThat(holding(word)).isEmpty();
    }

    @Test
    void twoPersonsEraseWhatWasWithdrawn() {
        String body = "{\"thing\": \"%s\", \"first\": 3, \"last\": 3, \"reason\": \"Register\"}".formatted(id);
        request(body).statusCode(409).body("code", is("version-not-withdrawn"));
        request("{\"thing\": \"%s\", \"first\": 9, \"reason\": \"Register\"}".formatted(id))
                .statusCode(400)
                .body("errors.pointer", hasItem("/first"));
        request("{\"thing\": \"%s\", \"reason\": \"Register\"}".formatted(UUID.randomUUID()))
                .statusCode(400)
                .body("errors.pointer", hasItem("/thing"));
        as("partner").body(body).post(ERASURES).then().statusCode(403);
        withdraw();
        String erasure = requested(body);

        officer()
                .post(ERASURES + "/" + erasure + "/confirm")
                .then()
                .statusCode(403)
                .body("code", is("same-person"));
        assertThat(holding()).contains("project_history");
        as("authorising-officer")
                .post(ERASURES + "/" + erasure + "/confirm")
                .then()
                .statusCode(200);
        as("authorising-officer")
                .post(ERASURES + "/" + erasure + "/confirm")
                .then()
                .statusCode(409)
                .body("code", is("already-erased"));
        as("auditor").get(ERASURES + "?thing=" + id).then().body("items[0].confirmedBy", is("authorising-officer"));
        as("auditor").get(ERASURES + "/" + erasure).then().body("reason", is("Register"));
    }

    private String proposed(String body) {
        return partner(lead)
                .header("If-Match", "*")
                .header("Idempotency-Key", UUID.randomUUID())
                .contentType("application/merge-patch+json; charset=utf-8")
                .body(body)
                .patch("/v1/projects/" + id)
                .then()
                .statusCode(202)
                .extract()
                .path("id");
    }

    private void withdraw() {
        officer()
                .body("{\"ground\": \"PERSONAL_DATA\", \"reason\": \"Register\"}")
                .post("/v1/projects/%s/versions/3/withdraw".formatted(id))
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse request(String body) {
        return officer().body(body).post(ERASURES).then();
    }

    private static ValidatableResponse confirm(String erasure) {
        return as("authorising-officer")
                .post(ERASURES + "/" + erasure + "/confirm")
                .then();
    }

    private static String requested(String body) {
        return request(body)
                .statusCode(201)
                .body("status", is("REQUESTED"))
                .extract()
                .path("id");
    }

    /** The tables that hold the word anywhere. */
    private TreeSet<String> holding() {
        return holding(marker);
    }

    private TreeSet<String> holding(String word) {
        List<String> tables = Query.of(
                        "select table_name from information_schema.tables where table_schema = current_schema() and table_type = 'BASE TABLE'")
                .list(database, row -> row.text("table_name"));
        TreeSet<String> holding = new TreeSet<>();
        for (String table : tables) {
            if (holds("exists (select from %s t where cast(t as text) ilike '%%%s%%')".formatted(table, word))) {
                holding.add(table);
            }
        }
        return holding;
    }

    private boolean holds(String condition) {
        return Query.of("select (" + condition + ") as holds").only(database, row -> row.flag("holds"));
    }
}
