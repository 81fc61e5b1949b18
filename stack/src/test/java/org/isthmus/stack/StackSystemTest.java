package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Isthmus.class)
class StackSystemTest {

    private final HttpClient http = HttpClient.newHttpClient();

    @Test
    void everyPartIsHealthyThroughTheGateway() throws Exception {
        HttpResponse<String> health = get("/q/health");

        assertThat(health.statusCode()).isEqualTo(200);
        assertThat(health.body()).contains("programming", "funding", "projects").doesNotContain("DOWN");
    }

    @Test
    void aDemoClientIsKnownToEveryService() throws Exception {
        for (String path : new String[] {"/v1/programmes", "/v1/commitments", "/v1/projects"}) {
            assertThat(get(path + "?limit=1").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void whileOneServiceIsAwayTheOthersGoOnAndItComesBack() throws Exception {
        Isthmus.kill("funding");

        HttpResponse<String> away = get("/v1/commitments?limit=1");
        assertThat(away.statusCode()).isEqualTo(503);
        assertThat(away.headers().firstValue("Retry-After")).isPresent();
        assertThat(get("/v1/projects?limit=1").statusCode()).isEqualTo(200);

        Isthmus.restart("funding");
        assertThat(get("/v1/commitments?limit=1").statusCode()).isEqualTo(200);
    }

    @Test
    void textsOfOthersLeaveTheBrokerOnceTheyWereReplaced() throws Exception {
        ConfigResource projects = new ConfigResource(ConfigResource.Type.TOPIC, "projects.projects");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Isthmus.kafka()))) {
            Config settings = admin.describeConfigs(List.of(projects))
                    .values()
                    .values()
                    .iterator()
                    .next()
                    .get(30, TimeUnit.SECONDS);

            assertThat(settings.get("cleanup.policy").value()).isEqualTo("compact");
            assertThat(settings.get("max.compaction.lag.ms").value()).isEqualTo("5184000000");
        }
    }

    private HttpResponse<String> get(String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(Isthmus.gateway() + path))
                .header("Authorization", "Bearer " + Isthmus.token("auditor"))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
