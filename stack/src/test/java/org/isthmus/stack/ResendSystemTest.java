package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.isthmus.stack.Cycle.ACCOUNTING_OFFICER;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.AUTHORISING_OFFICER;
import static org.isthmus.stack.Cycle.eventually;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A copy that has lost what it was told becomes what its owner has; one that has lost nothing stays as it is. */
@ExtendWith(Isthmus.class)
class ResendSystemTest {

    private static final String COMMITMENTS = "funding.commitments";
    private static final Map<String, List<String>> TOPICS = Map.of(
            "programming",
                    List.of(
                            "programming.programmes",
                            "programming.countries",
                            "programming.regions",
                            "programming.vocabulary-terms",
                            "programming.work-programmes"),
            "funding", List.of(COMMITMENTS, "funding.allocations"),
            "projects", List.of("projects.projects"));

    @Test
    void eventsThatAreGoneAreToldAgain() throws Exception {
        Cycle cycle = Cycle.adopted("80000.00");
        String project = cycle.projectOnceKnown("A");
        Cycle.awaitBooks(project);
        Isthmus.kill("projects");
        commit(cycle, project, "30000.00");
        eventually(() -> covered(cycle).contains("30000.00"));
        forget(COMMITMENTS);
        Isthmus.restart("projects");
        String other = cycle.project("B");
        Cycle.awaitBooks(other);
        commit(cycle, other, "10000.00");
        eventually(() -> committed(other).equals("10000.00"));
        assertThat(committed(project)).isNotEqualTo("30000.00");

        resend("funding", COMMITMENTS);

        eventually(() -> committed(project).equals("30000.00"));
        assertThat(committed(other)).isEqualTo("10000.00");
    }

    @Test
    void whatIsKnownStaysAsItIs() {
        Cycle cycle = Cycle.adopted("80000.00");
        String project = cycle.projectOnceKnown("A");
        Cycle.awaitBooks(project);
        commit(cycle, project, "30000.00");
        eventually(() -> committed(project).equals("30000.00") && covered(cycle).contains("30000.00") && isTakenIn());
        Map<String, String> before = shown(cycle, project);

        TOPICS.forEach((service, topics) -> topics.forEach(topic -> resend(service, topic)));

        await().atMost(Duration.ofMinutes(3))
                .until(() -> TOPICS.keySet().stream().allMatch(ResendSystemTest::isDone) && isTakenIn());
        shown(cycle, project).forEach((path, body) -> assertThat(body).as(path).isEqualTo(before.get(path)));
        for (String service : TOPICS.keySet()) {
            assertThat(AUDITOR.get("/v1/reconciliation/" + service)
                            .expect(200)
                            .body()
                            .path("checks"))
                    .isNotEmpty()
                    .allMatch(check -> check.path("differences").isEmpty());
        }
    }

    private static void commit(Cycle cycle, String project, String amount) {
        AUTHORISING_OFFICER
                .post("/v1/commitments", """
                        {"kind": "INDIVIDUAL", "projectId": "%s", "reference": "C-%s",
                         "amount": {"amount": "%s", "currency": "EUR"}, "effectiveOn": "2010-12-20", "actionId": "%s",
                         "reason": "Grant"}
                        """.formatted(project, project, amount, cycle.action()))
                .expect(201);
    }

    private static void resend(String service, String topic) {
        ACCOUNTING_OFFICER
                .post("/v1/reconciliation/%s/topics/%s/resend".formatted(service, topic), "")
                .expect(202);
    }

    /** What people see of it, with its history, in each service. */
    private static Map<String, String> shown(Cycle cycle, String project) {
        return Stream.of(
                        "/v1/projects/" + project,
                        "/v1/projects/" + project + "/versions",
                        "/v1/coverage/" + cycle.action(),
                        "/v1/work-programmes/" + cycle.workProgramme(),
                        "/v1/work-programmes/" + cycle.workProgramme() + "/versions",
                        "/v1/allocations?total=true&actionId=" + cycle.action(),
                        "/v1/movements?total=true&limit=1",
                        "/v1/commitments?total=true&projectId=" + project)
                .collect(Collectors.toMap(
                        path -> path,
                        path -> AUDITOR.get(path).expect(200).body().toString().replaceAll("\"asOf\":\\{[^}]*}", "")));
    }

    private static String committed(String project) {
        return AUDITOR.get("/v1/projects/" + project).text("/money/committed");
    }

    private static String covered(Cycle cycle) {
        return AUDITOR.get("/v1/coverage/" + cycle.action()).body().toString();
    }

    private static boolean isDone(String service) {
        return Isthmus.check(service, "jobs").path("data").path("resend").isMissingNode();
    }

    /** Nothing that was sent waits to be applied. */
    private static boolean isTakenIn() throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            for (String group : List.of("programming", "funding-service", "projects-service")) {
                var taken = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get();
                var ends = admin.listOffsets(taken.keySet().stream()
                                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                        .all()
                        .get();
                for (var place : taken.entrySet()) {
                    var end = ends.get(place.getKey());
                    if (end != null && place.getValue().offset() < end.offset()) {
                        return false;
                    }
                }
            }
            return true;
        }
    }

    private static void forget(String topic) throws ExecutionException, InterruptedException {
        try (Admin admin = admin()) {
            List<TopicPartition> partitions =
                    admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                            .flatMap(described -> described.partitions().stream())
                            .map(partition -> new TopicPartition(topic, partition.partition()))
                            .toList();
            admin.deleteRecords(partitions.stream()
                            .collect(Collectors.toMap(
                                    partition -> partition, partition -> RecordsToDelete.beforeOffset(-1))))
                    .all()
                    .get();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Isthmus.kafka()));
    }
}
