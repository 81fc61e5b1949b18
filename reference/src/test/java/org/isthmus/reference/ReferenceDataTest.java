package org.isthmus.reference;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.isthmus.reference.FakeGateway.Asked;
import org.isthmus.reference.FakeGateway.Said;
import org.isthmus.reference.ReferenceData.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReferenceDataTest {

    private final FakeGateway gateway = new FakeGateway();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        gateway.close();
    }

    @Test
    void addsEveryRecordOnceAndPublishesEveryProject() {
        Summary loaded = load();

        for (Collection collection : Collection.values()) {
            assertThat(gateway.collection(collection.path()))
                    .as(collection.words())
                    .hasSameSizeAs(Shipped.of(collection));
        }
        assertThat(gateway.collection("/v1/projects"))
                .allMatch(project -> project.path("published").asBoolean());
        long statuses = Shipped.of(Collection.PROJECTS).stream()
                .filter(project -> project.body().has("historicalStatus"))
                .count();
        long requests = 2 * 2; // each of one archivist is confirmed by another one
        assertThat((long) loaded.added())
                .isEqualTo(gateway.posts()
                        - requests
                        + Shipped.of(Collection.COMMITMENTS).size()
                        + statuses);
        assertThat(loaded.there()).isZero();
        assertThat(lines)
                .hasSize(Collection.values().length + 4)
                .last()
                .asString()
                .startsWith("Reference data: loaded in ");
    }

    @Test
    void aSecondRunLooksAtEachListAndDoesNothing() {
        Summary first = load();
        gateway.asked.clear();
        lines.clear();

        Summary second = load();

        int projects = Shipped.of(Collection.PROJECTS).size();
        assertThat(second).isEqualTo(new Summary(0, first.added() - projects));
        assertThat(gateway.posts()).isZero();
        assertThat(gateway.asked).hasSizeLessThan(20);
        assertThat(lines).containsExactly("Reference data: all is there, nothing to do.");
    }

    @Test
    void leavesAloneWhatWasUnpublishedForAReason() {
        load();
        gateway.collection("/v1/projects")
                .getFirst()
                .put("published", false)
                .put("unpublishedReason", "People in danger");

        assertThat(load().added()).isZero();
    }

    @Test
    void goesOnWhereItWasInterrupted() {
        gateway.sayInstead(request -> isProject(request, "JMDI") ? problem(409, "no") : Optional.empty());
        assertThatThrownBy(this::load).isInstanceOf(NotLoaded.class);
        gateway.sayInstead(request -> Optional.empty());

        load();

        Map<String, List<String>> twice =
                gateway.collection("/v1/projects").stream().map(this::reference).collect(groupingBy(name -> name));
        assertThat(twice)
                .hasSameSizeAs(Shipped.of(Collection.PROJECTS))
                .allSatisfy((name, all) -> assertThat(all).hasSize(1));
    }

    @Test
    void sendsTheSameKeyForTheSameRequestInEveryRun() {
        load();
        Set<String> keys = keys("/v1/programmes");
        gateway.collection("/v1/programmes").clear();

        load();

        assertThat(keys).hasSize(3).isEqualTo(keys("/v1/programmes"));
    }

    @Test
    void writesProgrammingAndProjectsAsProgrammeOfficerAndMoneyAsItsOfficers() {
        load();

        assertThat(tokens("/v1/projects")).containsExactly("Bearer token of programme-officer");
        assertThat(tokens("/v1/budget-lines")).containsExactly("Bearer token of authorising-officer");
        assertThat(tokens("/v1/historical-commitments")).containsExactly("Bearer token of archivist-a");
        assertThat(tokens("/v1/historical-statuses"))
                .containsExactlyInAnyOrder("Bearer token of archivist-a", "Bearer token of archivist-b");
        assertThat(tokens("/v1/movement-requests")).containsExactly("Bearer token of archivist-b");
    }

    @Test
    void waitsForWhatAServiceDoesNotKnowYet() {
        AtomicInteger refusals = new AtomicInteger();
        gateway.sayInstead(request -> isProject(request, "SIMP") && refusals.incrementAndGet() < 4
                ? Optional.of(new Said(400, """
                        {"code":"project-invalid","errors":[{"code":"country-unknown"},{"code":"strand-unknown"}]}
                        """, Map.of()))
                : Optional.empty());

        load();

        assertThat(refusals).hasValue(4);
        assertThat(gateway.collection("/v1/projects")).hasSameSizeAs(Shipped.of(Collection.PROJECTS));
    }

    @Test
    void comesBackWhenAServiceIsAway() {
        AtomicInteger away = new AtomicInteger();
        gateway.sayInstead(request -> request.path().startsWith("/v1/countries") && away.incrementAndGet() < 3
                ? Optional.of(new Said(503, "", Map.of("Retry-After", "0")))
                : Optional.empty());

        assertThat(load().there()).isZero();
    }

    @Test
    void stopsWithOneSentenceThatNamesFileRecordAndProblem() {
        gateway.sayInstead(request -> isProject(request, "JMDI")
                ? Optional.of(
                        new Said(400, "{\"code\":\"project-invalid\",\"detail\":\"The label is too long\"}", Map.of()))
                : Optional.empty());

        assertThatThrownBy(this::load)
                .isInstanceOf(NotLoaded.class)
                .hasMessage("projects.json, record JMDI: POST /v1/projects was answered with 400: "
                        + "{\"code\":\"project-invalid\",\"detail\":\"The label is too long\"}");
        assertThat(gateway.collection("/v1/commitments")).isEmpty();
    }

    @Test
    void whatStaysUnknownEndsThePatienceAndIsTold() {
        gateway.sayInstead(
                request -> isProject(request, "SIREADA") ? problem(409, "country-unknown") : Optional.empty());

        assertThatThrownBy(() -> load(Duration.ofMillis(300)))
                .hasMessageContaining("projects.json, record SIREADA")
                .hasMessageContaining("country-unknown");
    }

    @Test
    void saysWhenNobodyAnswers() {
        gateway.close();

        assertThatThrownBy(() -> load(Duration.ofMillis(300))).hasMessageContaining("nobody answers GET /v1/");
    }

    private Summary load() {
        return load(Duration.ofSeconds(20));
    }

    private Summary load(Duration patience) {
        return ReferenceData.load(gateway.uri(), role -> "token of " + role, lines::add, patience);
    }

    private boolean isProject(Asked request, String reference) {
        return request.method().equals("POST")
                && request.path().equals("/v1/projects")
                && reference(request.body()).equals(reference);
    }

    private String reference(JsonNode record) {
        return record.path("reference").asText();
    }

    private static Optional<Said> problem(int status, String code) {
        return Optional.of(Said.problem(status, code));
    }

    private Set<String> keys(String path) {
        return gateway.asked.stream()
                .filter(request -> request.path().equals(path))
                .map(request -> Objects.requireNonNull(request.key()))
                .collect(toSet());
    }

    private Set<String> tokens(String path) {
        return gateway.asked.stream()
                .filter(request -> request.path().startsWith(path))
                .map(Asked::token)
                .collect(toSet());
    }
}
