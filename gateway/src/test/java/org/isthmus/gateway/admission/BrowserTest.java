package org.isthmus.gateway.admission;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.gateway.StandIn;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page of another origin can do in a real browser (case B10). Skipped where no Chromium is installed. */
@QuarkusTest
class BrowserTest {

    /** Tries one thing after the other and tells its own server what a program reads of each. */
    private static final String PAGE = """
            <!doctype html><title>A page elsewhere</title><iframe name="frame"></iframe>
            <form method="post" target="frame" action="GATEWAY/v1/payments/by-form"><input name="amount" value="1"></form>
            <script>
            const token = {Authorization: "Bearer none"}, json = {"Content-Type": "application/json"};
            const attempts = {
              read: ["/v1/projects"],
              readWithHeaders: ["/v1/projects", {headers: {"If-None-Match": '"v1"', "X-Request-Id": "page"}}],
              simplePost: ["/v1/payments/simple", {method: "POST", body: "{}"}],
              blindPost: ["/v1/payments/blind", {method: "POST", mode: "no-cors", body: "{}"}],
              jsonPost: ["/v1/payments/json", {method: "POST", headers: json, body: "{}"}],
              postWithToken: ["/v1/payments/token", {method: "POST", headers: token, body: "{}"}],
              put: ["/v1/payments/put", {method: "PUT", headers: json, body: "{}"}],
              remove: ["/v1/payments/remove", {method: "DELETE"}]
            };
            const told = {};
            (async () => {
              for (const [name, [path, how]] of Object.entries(attempts)) {
                try {
                  const answer = await fetch("GATEWAY" + path, how);
                  told[name] = answer.type === "opaque" ? "opaque" : answer.status + " " + answer.headers.get("ETag");
                } catch (e) { told[name] = e.name; }
              }
              navigator.sendBeacon("GATEWAY/v1/payments/beacon", "{}");
              const sent = new Promise(done => document.querySelector("iframe").onload = done);
              document.forms[0].submit();
              await sent;
              await fetch("/told", {method: "POST", body: JSON.stringify(told)});
            })();
            </script>
            """;

    @ConfigProperty(name = "test.pages.port")
    int port;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @SuppressWarnings("NullAway.Init")
    private HttpServer pages;

    private final CompletableFuture<JsonNode> told = new CompletableFuture<>();

    @BeforeEach
    void openPages() throws IOException {
        byte[] page = PAGE.replace("GATEWAY", gateway.toString().replaceFirst("/$", ""))
                .getBytes(UTF_8);
        pages = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        pages.createContext("/", exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
                exchange.sendResponseHeaders(200, page.length);
                exchange.getResponseBody().write(page);
            }
        });
        pages.createContext("/told", exchange -> {
            try (exchange) {
                told.complete(new ObjectMapper().readTree(exchange.getRequestBody()));
                exchange.sendResponseHeaders(204, -1);
            }
        });
        pages.start();
        StandIn.REACHED.clear();
    }

    @AfterEach
    void closePages() {
        pages.stop(0);
    }

    @Test
    void aPageOfAnyOriginReadsAndChangesNothing() throws Exception {
        JsonNode page = visit("stranger.test");

        assertThat(page.path("read").asText()).isEqualTo("200 \"v7\"");
        assertThat(page.path("readWithHeaders").asText()).isEqualTo("200 \"v7\"");
        assertThat(page.path("simplePost").asText()).isEqualTo("403 null");
        assertThat(page.path("blindPost").asText()).isEqualTo("opaque");
        assertThat(List.of("jsonPost", "postWithToken", "put", "remove"))
                .allSatisfy(
                        name -> assertThat(page.path(name).asText()).as(name).isEqualTo("TypeError"));
        assertThat(StandIn.REACHED)
                .as("what a service saw")
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).startsWith("GET /v1/projects"));
    }

    @Test
    void aPageOfANamedOriginWrites() throws Exception {
        JsonNode page = visit("office.test");

        assertThat(List.of("simplePost", "jsonPost", "put", "remove"))
                .allSatisfy(
                        name -> assertThat(page.path(name).asText()).as(name).isEqualTo("200 \"v7\""));
        assertThat(page.path("postWithToken").asText())
                .as("told, and its token is none")
                .matches("[45]\\d\\d null");
        assertThat(StandIn.REACHED)
                .contains("POST /v1/payments/json", "DELETE /v1/payments/remove", "POST /v1/payments/by-form");
    }

    private JsonNode visit(String host) throws Exception {
        Path browser = browser();
        assumeTrue(browser != null, "no Chromium here");
        Process process = new ProcessBuilder(
                        String.valueOf(browser),
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + folder,
                        "--host-resolver-rules=MAP *.test 127.0.0.1",
                        "http://%s:%d/".formatted(host, port))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            return told.get(60, TimeUnit.SECONDS);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
        }
    }

    private static @Nullable Path browser() {
        return Stream.of(System.getenv("PATH").split(":", -1))
                .flatMap(place -> Stream.of(Path.of(place, "chromium"), Path.of(place, "chromium-browser")))
                .filter(Files::isExecutable)
                .findFirst()
                .orElse(null);
    }
}
