package org.isthmus.kit.note;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.isthmus.testing.PostgresResource;
import org.isthmus.testing.Tokens;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A service that is called directly refuses what could be read as more than one request, as the gateway does. */
@QuarkusTest
@QuarkusTestResource(PostgresResource.class)
class FramingTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI service;

    /** With its length said before, or only found out while it is read. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aBodyThatIsTooLargeIsRefusedWithAProblem(boolean isLengthSaid) throws IOException, InterruptedException {
        byte[] body = ("{\"text\": \"" + "x".repeat(10 << 20) + "\"}").getBytes(ISO_8859_1);
        HttpRequest request = HttpRequest.newBuilder(service.resolve("/v1/notes"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + Tokens.of("programme-officer"))
                .POST(
                        isLengthSaid
                                ? BodyPublishers.ofByteArray(body)
                                : BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .expectContinue(isLengthSaid)
                .build();

        HttpResponse<String> answer;
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            answer = client.send(request, BodyHandlers.ofString());
        }

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body()).contains("\"code\":\"too-large\"");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.0, Content-Length: 5|Transfer-Encoding: chunked",
        "HTTP/1.1, Content-Length: 5|Transfer-Encoding: chunked",
        "HTTP/9.9, Content-Length: 5|Transfer-Encoding: chunked",
        "HTTP/1.0, Transfer-Encoding: chunked",
        "HTTP/1.1, Content-Length: 5|Content-Length: 6",
    })
    void aRequestHasOneReading(String version, String headers) throws IOException {
        String request = "POST /v1/notes %s\r\nHost: x\r\n%s\r\n\r\n0\r\n\r\nGET /v1/notes HTTP/1.1\r\nHost: x\r\n\r\n"
                .formatted(version, headers.replace("|", "\r\n"));
        try (Socket socket = new Socket(service.getHost(), service.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));

            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);

            assertThat(answer).matches("(?s)|HTTP/[0-9.]+ 400 .*").doesNotContain("\"items\"");
        }
    }
}
