package org.isthmus.gateway;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Everything that stands around the gateway in a test: three services, one that is away, and no issuer yet. */
public class Neighbours implements QuarkusTestResourceLifecycleManager {

    private List<StandIn> services = List.of();

    private @Nullable RecordingService recording;

    @Override
    public Map<String, String> start() {
        System.setProperty(Main.SERVER_CHECK_OFF, "true"); // as main does, which no test runs
        try {
            Map<String, String> config = new HashMap<>();
            services = List.of(new StandIn("programming"), new StandIn("funding"), new StandIn("projects"));
            config.put("gateway.services.programming.url", services.get(0).url());
            config.put("gateway.services.funding.url", services.get(1).url());
            config.put("gateway.services.projects.url", services.get(2).url());
            config.put("gateway.services.away.url", "http://localhost:" + freePort());
            config.put("gateway.services.away.paths", "/v1/away");
            recording = new RecordingService();
            config.put("gateway.services.recording.url", recording.url());
            config.put("gateway.services.recording.paths", "/v1/recording");
            config.put("gateway.limits.body", "1000000");
            config.put("gateway.limits.connections", "8");
            config.put("gateway.limits.waiting", "4");
            config.put("gateway.limits.writers", "8");
            config.put("gateway.limits.silence", "1s");
            config.put("isthmus.limits.head-time", "2s");
            config.put("isthmus.limits.body-time", "2s");
            config.put("isthmus.limits.idle-time", "3s");
            config.put("gateway.rates.anonymous", "1000000");
            int pages = freePort();
            config.put("test.pages.port", String.valueOf(pages));
            config.put("gateway.writing-origins", "https://office.example,http://office.test:" + pages);
            config.put("quarkus.http.test-port", "0");
            int issuer = freePort();
            config.put("test.issuer.port", String.valueOf(issuer));
            config.put("quarkus.oidc.auth-server-url", "http://localhost:" + issuer);
            config.put("quarkus.oidc.token.forced-jwk-refresh-interval", "0s");
            return config;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        Stream.of(services.toArray(StandIn[]::new)).forEach(StandIn::stop);
        if (recording != null) {
            recording.stop();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
