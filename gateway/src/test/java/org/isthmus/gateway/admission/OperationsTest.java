package org.isthmus.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.attack.raw.NonsenseWalk;
import org.isthmus.attack.raw.RawAnswer;
import org.isthmus.attack.raw.RawSocket;
import org.isthmus.gateway.Issuer;
import org.isthmus.gateway.StandIn;
import org.junit.jupiter.api.Test;

/** Every documented operation as {nobody, somebody, a forger} asks for it: the services decide on the first two, and never see the third. */
@QuarkusTest
class OperationsTest {

    private static final int FEWEST = 100;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @ConfigProperty(name = "test.issuer.port")
    int port;

    @Test
    void aForgerReachesNoServiceByAnyOperation() throws Exception {
        Issuer issuer = new Issuer(port);
        issuer.open();
        try {
            List<String> wrong = new ArrayList<>();
            String strange = new Issuer(port).token();
            List<String> operations = operations();
            for (String operation : operations) {
                require(operation, ask(operation, ""), true, wrong);
                require(operation, ask(operation, issuer.token()), true, wrong);
                require(operation, ask(operation, strange), false, wrong);
                require(operation, ask(operation, issuer.token() + "A"), false, wrong);
            }
            assertThat(operations).hasSizeGreaterThan(FEWEST);
            assertThat(wrong).isEmpty();
        } finally {
            issuer.close();
        }
    }

    @Test
    void nothingFailsOverNonsense() throws IOException {
        NonsenseWalk walk = new NonsenseWalk(gateway, "", 2);
        List<String> wrong = new ArrayList<>();
        for (String path : List.of(
                "/",
                "/problems",
                "/problems/not-found",
                "/docs",
                "/openapi.json",
                "/robots.txt",
                "/q/health/live",
                "/nothing")) {
            wrong.addAll(walk.wrong("GET", path, List.of("x")));
        }
        wrong.addAll(walk.wrong("GET", "/v1/projects", List.of("sort", "asOf")));
        wrong.addAll(walk.wrong("POST", "/v1/projects", List.of("dryRun")));
        assertThat(wrong).isEmpty();
    }

    private static void require(String operation, RawAnswer answer, boolean isPassed, List<String> wrong) {
        boolean isRight = isPassed
                ? answer.status() == 200 && !StandIn.REACHED.isEmpty()
                : answer.status() == 401 && answer.isProblem() && StandIn.REACHED.isEmpty();
        if (!isRight) {
            wrong.add(operation + " -> " + answer);
        }
    }

    private RawAnswer ask(String operation, String token) throws IOException {
        StandIn.REACHED.clear();
        String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        String body = operation.startsWith("GET") ? "" : "{}";
        String request = "%s HTTP/1.1\r\nHost: x\r\n%sContent-Length: %d\r\nConnection: close\r\n\r\n%s"
                .formatted(operation, authorization, body.length(), body);
        return new RawSocket(gateway)
                .send(request.getBytes(StandardCharsets.ISO_8859_1))
                .getLast();
    }

    /** Method and address of each, about things that there are not. */
    private static List<String> operations() throws IOException {
        JsonNode api = new YAMLMapper()
                .readTree(Path.of(System.getProperty("contracts.folder"), "openapi", "isthmus.yaml")
                        .toFile());
        return api.path("paths").properties().stream()
                .filter(path -> path.getKey().startsWith("/v1/"))
                .flatMap(OperationsTest::operations)
                .toList();
    }

    private static Stream<String> operations(Map.Entry<String, JsonNode> path) {
        String address = path.getKey()
                .replace("{service}", "funding")
                .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
        return path.getValue().properties().stream()
                .filter(operation -> operation.getValue().has("responses"))
                .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + address);
    }
}
