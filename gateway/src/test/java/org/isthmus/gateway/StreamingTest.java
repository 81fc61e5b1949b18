package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StreamingTest {

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @Test
    void passesTheFirstLineBeforeTheLastIsWritten() throws Exception {
        HttpResponse<InputStream> answer = client.send(get("/v1/projects/stream"), BodyHandlers.ofInputStream());
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("first");
            client.send(get("/v1/projects/release"), BodyHandlers.discarding());
            assertThat(lines.readLine()).isEqualTo("second");
        }
    }

    @Test
    void passesMoreThanItCouldHold() throws Exception {
        HttpResponse<InputStream> answer = client.send(get("/v1/projects/big"), BodyHandlers.ofInputStream());
        long length = 0;
        try (InputStream body = answer.body()) {
            byte[] part = new byte[65_536];
            for (int read = body.read(part); read >= 0; read = body.read(part)) {
                length += read;
            }
        }
        assertThat(length).isEqualTo(2_000L * 65_536);
    }

    @Test
    void breaksOffWhenTheServiceBreaksOff() {
        assertThatThrownBy(() -> client.send(get("/v1/projects/broken"), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void givesUpAnAnswerThatNobodyReads() throws Exception {
        for (int asked = 0; asked < 12; asked++) {
            HttpResponse<InputStream> answer = client.send(get("/v1/coverage/stream"), BodyHandlers.ofInputStream());
            answer.body().close();
        }

        assertThat(client.send(get("/v1/coverage"), BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
        client.send(get("/v1/coverage/release?all"), BodyHandlers.discarding());
    }

    @Test
    void countsABodyThatDoesNotSayItsLength() throws Exception {
        HttpResponse<String> fits = client.send(post(999_999), BodyHandlers.ofString());
        HttpResponse<String> tooLarge = client.send(post(1_000_001), BodyHandlers.ofString());

        assertThat(fits.statusCode()).isEqualTo(200);
        assertThat(fits.body()).contains("\"received\":999999");
        assertThat(tooLarge.statusCode()).isEqualTo(413);
        assertThat(tooLarge.body()).contains("too-large");
    }

    @Test
    void turnsAwayABodyThatSaysItIsTooLarge() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(gateway.resolve("/v1/projects"))
                .expectContinue(true)
                .POST(BodyPublishers.ofByteArray(new byte[1_000_001]))
                .build();

        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    }

    @Test
    void letsASlowServiceBlockOnlyItself() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> waiting = IntStream.range(0, 30)
                .mapToObj(i -> client.sendAsync(get("/v1/programmes/silent"), BodyHandlers.ofString()))
                .toList();

        HttpResponse<String> other = client.send(get("/v1/projects"), BodyHandlers.ofString());

        assertThat(other.statusCode()).isEqualTo(200);
        assertThat(waiting.stream().map(CompletableFuture::join).map(HttpResponse::statusCode))
                .hasSize(30)
                .allMatch(status -> status == 503 || status == 504)
                .contains(503, 504);
    }

    private HttpRequest get(String path) {
        return HttpRequest.newBuilder(gateway.resolve(path))
                .timeout(Duration.ofSeconds(20))
                .build();
    }

    private HttpRequest post(int length) {
        return HttpRequest.newBuilder(gateway.resolve("/v1/projects"))
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])))
                .build();
    }
}
