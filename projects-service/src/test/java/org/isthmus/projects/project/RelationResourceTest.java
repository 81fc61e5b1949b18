package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class RelationResourceTest {

    @Test
    void bothEndsShowTheTieAndHaveANewVersion() {
        String umbrella = project(unique("umbrella"));
        String part = project(unique("part"));

        relate(umbrella, "HAS_PART", part);

        officer()
                .get("/v1/projects/" + umbrella)
                .then()
                .body("version", is(2))
                .body("relations.type", contains("HAS_PART"))
                .body("subProjects.recorded", is(1));
        officer()
                .get("/v1/projects/" + part)
                .then()
                .body("version", is(2))
                .body("relations.type", contains("PART_OF"))
                .body("relations[0].project.id", is(umbrella));
    }

    @Test
    void untyingIsSeenAtBothEnds() {
        String later = project(unique("later"));
        String earlier = project(unique("earlier"));
        relate(later, "FOLLOWS", earlier);
        String relation =
                officer().get("/v1/projects/" + earlier + "/relations").path("items[0].id");
        String seen = officer()
                .get("/v1/projects/" + earlier + "/relations/" + relation)
                .header("ETag");

        officer()
                .header("If-Match", "\"v2\"")
                .delete("/v1/projects/" + earlier + "/relations/" + relation)
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", "\"v999\"")
                .body("{\"type\": \"FOLLOWS\", \"projectId\": \"%s\"}".formatted(earlier))
                .post("/v1/projects/" + later + "/relations")
                .then()
                .statusCode(412);
        officer()
                .header("If-Match", seen)
                .delete("/v1/projects/" + earlier + "/relations/" + relation)
                .then()
                .statusCode(204);

        officer().get("/v1/projects/" + later).then().body("relations", hasSize(0));
        officer().get("/v1/projects/" + earlier + "/relations").then().body("items", hasSize(0));
        officer()
                .delete("/v1/projects/" + earlier + "/relations/" + relation)
                .then()
                .statusCode(404)
                .body("code", is("relation-unknown"));
    }

    @Test
    void eachReadTellsItsVersionAndHowLongItMayBeKept() {
        String id = project(unique("kept"));
        relate(id, "FOLLOWS", project(unique("earlier")));
        String path = "/v1/projects/" + id;
        String relation = officer().get(path + "/relations").path("items[0].id");

        for (String read : List.of("", "/relations", "/relations/" + relation, "/results", "/versions", "?fields=id")) {
            Response answer = officer().get(read.startsWith("?") ? "/v1/projects" + read : path + read);

            assertThat(answer.statusCode()).as(read).isEqualTo(200);
            assertThat(answer.contentType()).as(read).startsWith("application/json");
            assertThat(answer.header("Cache-Control")).as(read).isEqualTo("private, no-cache");
            assertThat(answer.headers().getValues("Vary")).as(read).anyMatch(names -> names.contains("Authorization"));
            assertThat(answer.header("ETag")).as(read).isNotNull();
        }
        officer().accept("text/csv").get("/v1/projects").then().header("Cache-Control", "private, no-cache");
    }

    @Test
    void noTieLeadsBackToWhereItBegan() {
        String first = project(unique("a"));
        String second = project(unique("b"));
        String third = project(unique("c"));
        relate(second, "FOLLOWS", first);
        relate(third, "FOLLOWS", second);

        tie(first, "FOLLOWS", third).statusCode(409).body("code", is("relation-cycle"));
        tie(third, "FOLLOWED_BY", first).statusCode(409).body("code", is("relation-cycle"));
        tie(third, "FOLLOWS", second).statusCode(409).body("code", is("relation-exists"));
        tie(first, "FOLLOWS", first).statusCode(409).body("code", is("relation-to-itself"));
        tie(third, "CO_FUNDED_WITH", first).statusCode(201);
        tie(first, "CO_FUNDED_WITH", third).statusCode(409).body("code", is("relation-exists"));
    }

    @Test
    void aProjectIsPartOfOneUmbrella() {
        String part = project(unique("part"));
        relate(part, "PART_OF", project(unique("umbrella")));

        tie(part, "PART_OF", project(unique("umbrella"))).statusCode(409).body("code", is("part-of-another"));
    }

    @Test
    void theOtherProjectIsKnown() {
        String id = project(unique("alone"));

        tie(id, "FOLLOWS", UUID.randomUUID().toString())
                .statusCode(400)
                .body("errors.code", contains("project-unknown"))
                .body("errors.pointer", contains("/projectId"));
        tie(UUID.randomUUID().toString(), "FOLLOWS", id).statusCode(404).body("code", is("project-unknown"));
    }

    @Test
    void aCircleIsNotClosedByManyAtOnceEither() throws Exception {
        List<String> ring = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ring.add(project(unique("ring")));
        }

        List<Integer> statuses = atOnce(
                ring.size(),
                i -> tie(ring.get(i), "PART_OF", ring.get((i + 1) % ring.size()))
                        .extract()
                        .statusCode());

        assertThat(statuses).containsOnly(201, 409);
        assertThat(statuses.stream().filter(status -> status == 409)).hasSize(1);
    }

    private interface Attempt {
        int by(int number);
    }

    private static List<Integer> atOnce(int many, Attempt attempt) throws Exception {
        List<Callable<Integer>> attempts = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            attempts.add(() -> attempt.by(number));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService people = Executors.newFixedThreadPool(many)) {
            for (Future<Integer> status : people.invokeAll(attempts)) {
                statuses.add(status.get());
            }
        }
        return statuses;
    }

    private static ValidatableResponse tie(String project, String type, String other) {
        return officer()
                .body("{\"type\": \"%s\", \"projectId\": \"%s\"}".formatted(type, other))
                .post("/v1/projects/" + project + "/relations")
                .then();
    }
}
