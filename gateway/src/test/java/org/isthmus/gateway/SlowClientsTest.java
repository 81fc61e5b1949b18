package org.isthmus.gateway;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.isthmus.attack.raw.SlowClient;
import org.junit.jupiter.api.Test;

/** Whoever is slow has his connection ended, and keeps nobody waiting until then. */
@QuarkusTest
class SlowClientsTest {

    private static final Duration PAUSE = Duration.ofMillis(150);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final int OF_EACH_KIND = 8;

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @Test
    void eachIsEndedAndKeepsNobodyWaiting() throws Exception {
        InetAddress there = InetAddress.getByName("127.0.0.9");
        List<CompletableFuture<List<Integer>>> slow = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (SlowClient each : SlowClient.all()) {
                for (int number = 0; number < OF_EACH_KIND; number++) {
                    slow.add(CompletableFuture.supplyAsync(() -> ended(each, there), threads));
                }
            }
            while (slow.stream().anyMatch(each -> !each.isDone())) {
                given().get("/v1/recording/x").then().statusCode(200);
                given().body("hello")
                        .post("/v1/projects/x")
                        .then()
                        .statusCode(200)
                        .body("received", is(5));
            }
        }

        for (int at = 0; at < slow.size(); at++) {
            SlowClient each = SlowClient.all().get(at / OF_EACH_KIND);
            List<Integer> answered = slow.get(at).join();
            if (each.isLong()) {
                assertThat(answered).as(each.kind()).hasSize(1).isSubsetOf(408, 503);
            } else {
                assertThat(answered).as(each.kind()).isEqualTo(each.statuses());
            }
        }
    }

    private List<Integer> ended(SlowClient each, InetAddress from) {
        try {
            String path = each.begin().startsWith("GET") ? "/q/health/live" : "/v1/recording/slow";
            return each.sent(gateway, path, from, PAUSE, LONGEST);
        } catch (IOException e) {
            throw new IllegalStateException(each.kind(), e);
        }
    }

    /** The rest of its body will never come, and yet it has its answer and the service its connection. */
    @Test
    void whoIsAnsweredHoldsNoConnectionToAService() throws Exception {
        String half = "POST /v1/projects/unmodified HTTP/1.1\r\nHost: x\r\nContent-Length: 200000\r\n\r\n"
                + " ".repeat(70_000);
        List<Socket> open = new ArrayList<>();
        for (int number = 0; number < 16; number++) {
            Socket socket = connected("127.0.0.10");
            socket.getOutputStream().write(half.getBytes(ISO_8859_1));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            open.add(socket);
        }

        given().body("hello").post("/v1/projects/x").then().statusCode(200);

        for (Socket socket : open) {
            socket.close();
        }
    }

    @Test
    void oneAddressHasSoManyConnectionsAndNoMore() throws Exception {
        List<Socket> open = new ArrayList<>();
        for (int number = 0; number < 128; number++) {
            open.add(connected("127.0.0.11"));
        }
        try (Socket tooMany = connected("127.0.0.11");
                InputStream in = tooMany.getInputStream()) {
            assertThat(in.read()).isEqualTo(-1);
        }
        given().get("/v1/recording/x").then().statusCode(200);
        for (Socket socket : open) {
            socket.close();
        }
    }

    private Socket connected(String from) throws IOException {
        Socket socket = new Socket();
        socket.bind(new InetSocketAddress(from, 0));
        socket.connect(new InetSocketAddress(gateway.getHost(), gateway.getPort()));
        socket.setSoTimeout((int) LONGEST.toMillis());
        return socket;
    }
}
