package org.isthmus.kit.note;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.isthmus.attack.raw.SlowClient;
import org.isthmus.testing.PostgresResource;
import org.junit.jupiter.api.Test;

/** Whoever is slow at the own port of a service has his connection ended, and keeps nobody waiting until then. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class SlowClientsTest {

    private static final int OF_EACH_KIND = 8;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    @Test
    void eachIsEndedAndKeepsNobodyWaiting() {
        List<CompletableFuture<List<Integer>>> slow = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SlowClient each : SlowClient.all()) {
                for (int number = 0; number < OF_EACH_KIND; number++) {
                    slow.add(CompletableFuture.supplyAsync(() -> ended(each), threads));
                }
            }
            while (slow.stream().anyMatch(each -> !each.isDone())) {
                given().get("/v1/notes").then().statusCode(200);
            }
        }

        for (int at = 0; at < slow.size(); at++) {
            SlowClient each = SlowClient.all().get(at / OF_EACH_KIND);
            List<Integer> answered = slow.get(at).join();
            if (each.isLong()) {
                assertThat(answered).as(each.kind()).singleElement().matches(status -> status >= 400 && status < 500);
            } else {
                assertThat(answered).as(each.kind()).isEqualTo(each.statuses());
            }
        }
    }

    private List<Integer> ended(SlowClient each) {
        try {
            String path = each.begin().startsWith("GET") ? "/q/health/live" : "/v1/notes";
            return each.sent(service, path, null, Duration.ofMillis(150), Duration.ofSeconds(30));
        } catch (IOException e) {
            throw new IllegalStateException(each.kind(), e);
        }
    }
}
