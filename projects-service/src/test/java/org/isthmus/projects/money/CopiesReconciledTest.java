package org.isthmus.projects.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.enterprise.inject.Any;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.isthmus.kit.query.Query;
import org.isthmus.testing.Contracts;
import org.isthmus.testing.Deliver;
import org.isthmus.testing.TestClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A lost, a doubled and an altered row of a copy is found by its owner's digest, without asking the owner (R30). */
@QuarkusTest
class CopiesReconciledTest {

    private static final AtomicInteger DIGESTS = new AtomicInteger(1000);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DIGEST = "eu.isthmus.funding.digest.told.v1";

    @Inject
    @Any
    InMemoryConnector kafka;

    @Inject
    DataSource database;

    private UUID project = UUID.randomUUID();
    private final String reference = TestClient.unique("GRANT");
    private final UUID commitment = UUID.randomUUID();

    /** One commitment alone in its bucket, as both sides have it. */
    @BeforeEach
    void givenACommitmentAndADigestOfIt() throws IOException {
        while (number(
                        "select count(*) as n from known_commitment where get_byte(uuid_send(project_id), 15) = get_byte(uuid_send(cast(? as uuid)), 15)",
                        project)
                > 0) {
            project = UUID.randomUUID();
        }
        ObjectNode booked = (ObjectNode)
                JSON.readTree(Contracts.example("funding.commitments", "eu.isthmus.funding.commitment.booked.v1"));
        booked.put("projectId", project.toString())
                .put("commitmentId", commitment.toString())
                .put("reference", reference);
        commitments().event("eu.isthmus.funding.commitment.booked.v1", project, 1, booked.toString());
        await().until(() -> number("select count(*) as n from known_commitment where id = ?", commitment) == 1);
        int version = DIGESTS.incrementAndGet();
        ObjectNode digest = (ObjectNode) JSON.readTree(Contracts.example("funding.commitments", DIGEST));
        digest.put("version", version).put("at", "2026-11-20T10:00:00Z");
        ObjectNode bucket = (ObjectNode) digest.path("buckets").get(0);
        bucket.put("bucket", (int) (project.getLeastSignificantBits() & 0xff)).put("count", 1);
        ObjectNode hashes = (ObjectNode) bucket.path("hashes");
        hash(hashes, "version", "version");
        hash(hashes, "reference", "reference");
        hash(hashes, "action", "action_id");
        hash(hashes, "historical", "historical");
        List.of("committed", "decommitted", "paid", "outstanding")
                .forEach(amount -> hash(hashes, amount, "trim_scale(%s)".formatted(amount)));
        commitments().event(DIGEST, UUID.randomUUID(), version, digest.toString());
        await().until(() -> number("select count(*) as n from digest where version >= ?", version) == 1);
    }

    @Test
    void aRowThatIsAsItsOwnerKeepsItDoesNotDiffer() {
        assertThat(differences()).noneMatch(subject -> subject.contains(reference));
        assertThat(TestClient.as("auditor")
                        .get("/v1/reconciliation/projects")
                        .<String>path("copies.find { it.copy == 'known_commitment' }.owner"))
                .isEqualTo("funding");
        TestClient.as("auditor").get("/v1/reconciliation/funding").then().statusCode(404);
    }

    @Test
    void anAlteredRowIsFoundByWhatWasAltered() {
        run("update known_commitment set paid = paid + 0.01 where id = ?", commitment);

        assertThat(differences()).anyMatch(subject -> subject.startsWith("paid of") && subject.contains(reference));
        assertThat(TestClient.as("auditor").get("/v1/reconciliation/projects").<Boolean>path("agrees"))
                .isFalse();
        assertThat(TestClient.as("auditor")
                        .get("/v1/reconciliation/projects")
                        .<List<String>>path("checks.find { it.check == 'MONEY' }.differences.subject"))
                .contains(project.toString());

        run("update known_commitment set paid = paid - 0.01 where id = ?", commitment);
        assertThat(differences()).noneMatch(subject -> subject.contains(reference));
    }

    @Test
    void aDoubledRowIsFound() {
        run(
                "insert into known_commitment select gen_random_uuid(), version, reference, project_id, action_id, historical, status, currency, committed, decommitted, paid, recovered, outstanding from known_commitment where id = ?",
                commitment);

        assertThat(differences()).anyMatch(subject -> subject.startsWith("count") && subject.contains(reference));

        run("delete from known_commitment where reference = ? and id <> ?", reference, commitment);
        assertThat(differences()).noneMatch(subject -> subject.contains(reference));
    }

    @Test
    void aLostRowIsFound() {
        run("update known_commitment set project_id = gen_random_uuid() where id = ?", commitment);
        String last = project.toString().substring(34);

        assertThat(differences()).anyMatch(subject -> subject.contains("key ends with " + last + "; here: none"));

        run("update known_commitment set project_id = ? where id = ?", project, commitment);
        assertThat(differences()).noneMatch(subject -> subject.contains("key ends with " + last));
    }

    private Deliver commitments() {
        return new Deliver(kafka, "commitments", "funding.commitments");
    }

    private void hash(ObjectNode hashes, String member, String column) {
        hashes.put(
                member,
                number(
                        "select cast(hashtext(id || ':' || coalesce(cast(%s as text), '')) as bigint) as n from known_commitment where id = ?"
                                .formatted(column),
                        commitment));
    }

    private List<String> differences() {
        return TestClient.as("auditor")
                .get("/v1/reconciliation/projects")
                .path("copies.find { it.copy == 'known_commitment' }.differences.subject");
    }

    private long number(String sql, Object... values) {
        return Query.of(sql, values).only(database, row -> row.number("n"));
    }

    private void run(String sql, Object... values) {
        assertThat(Query.of(sql, values).execute(database)).isPositive();
    }
}
