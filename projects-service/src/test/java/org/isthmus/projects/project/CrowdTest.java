package org.isthmus.projects.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.projects.World.organisation;
import static org.isthmus.projects.World.project;
import static org.isthmus.projects.World.relate;
import static org.isthmus.testing.TestClient.officer;
import static org.isthmus.testing.TestClient.unique;

import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** Many officers at once on projects that show each other and share an organisation. */
@QuarkusTest
class CrowdTest {

    private static final int PEOPLE = 8;
    private static final int ACTS = 12;

    @Test
    void nobodyWaitsInACircle() throws Exception {
        String partner = unique("crowd");
        String partnerId = organisation(partner);
        List<String> projects = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            projects.add(project(
                    unique("crowd"),
                    "\"organisations\": [{\"organisationReference\": \"%s\", \"role\": \"LEAD\"}]".formatted(partner)));
        }
        for (int i = 1; i < projects.size(); i++) {
            relate(projects.get(i), "PART_OF", projects.getFirst());
            relate(projects.get(i), "FOLLOWS", projects.get(i - 1));
        }

        List<Callable<List<Integer>>> people = new ArrayList<>();
        for (int i = 0; i < PEOPLE; i++) {
            Random random = new Random(i);
            people.add(() -> acts(random, projects, partnerId, partner));
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService crowd = Executors.newFixedThreadPool(PEOPLE)) {
            for (Future<List<Integer>> person : crowd.invokeAll(people)) {
                statuses.addAll(person.get());
            }
        }

        assertThat(statuses)
                .hasSize(PEOPLE * ACTS)
                .allSatisfy(status -> assertThat(status).isIn(200, 409, 412));
        for (String id : projects) {
            List<Integer> versions =
                    officer().get("/v1/projects/" + id + "/versions").path("items.version");
            for (int i = 0; i < versions.size(); i++) {
                assertThat(versions.get(i)).isEqualTo(i + 1);
            }
        }
    }

    private static List<Integer> acts(Random random, List<String> projects, String partnerId, String partner) {
        List<Integer> statuses = new ArrayList<>();
        for (int i = 0; i < ACTS; i++) {
            String project = "/v1/projects/" + projects.get(random.nextInt(projects.size()));
            statuses.add(
                    switch (random.nextInt(3)) {
                        case 0 -> officer().post(project + "/publish").statusCode();
                        case 1 ->
                            officer()
                                    .body("{\"reason\": \"For the test\"}")
                                    .post(project + "/unpublish")
                                    .statusCode();
                        default ->
                            officer()
                                    .header("If-Match", "*")
                                    .body("{\"reference\": \"%s\", \"names\": {\"en\": \"Name %d\"}}"
                                            .formatted(partner, random.nextInt(3))) // some change nothing
                                    .put("/v1/organisations/" + partnerId)
                                    .statusCode();
                    });
        }
        return statuses;
    }
}
