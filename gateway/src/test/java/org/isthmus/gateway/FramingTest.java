package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A request that two parsers read differently is refused, its connection closed, and nothing of it reaches a service. */
@QuarkusTest
class FramingTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    static Stream<List<String>> ambiguous() {
        List<String> versions = List.of("HTTP/1.0", "HTTP/1.1", "http/1.1", "HTTP/1.2", "HTTP/9.9");
        List<String> codings = List.of(
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: identity, chunked",
                "Transfer-Encoding: chunked, chunked",
                "Transfer-Encoding: \"chunked\"",
                "Transfer-Encoding : chunked",
                "Transfer-Encoding:\r\n chunked",
                "transfer-encoding: xchunked",
                "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity");
        Stream<List<String>> both = versions.stream()
                .flatMap(version -> codings.stream().map(coding -> List.of(version, "Content-Length: 5\r\n" + coding)));
        Stream<List<String>> below = codings.stream().map(coding -> List.of("HTTP/1.0", coding));
        Stream<List<String>> lengths = Stream.of(
                        "Content-Length: 5\r\nContent-Length: 6",
                        "Content-Length: +5",
                        "Content-Length: 5, 5",
                        "Content-Length: 0x5")
                .map(length -> List.of("HTTP/1.1", length));
        return Stream.of(both, below, lengths).flatMap(cases -> cases);
    }

    @ParameterizedTest
    @MethodSource("ambiguous")
    void nothingOfItGoesOn(List<String> versionAndHeaders) throws IOException {
        String hidden = "/v1/projects/" + UUID.randomUUID();
        String request =
                "POST /v1/projects/first %s\r\nHost: x\r\n%s\r\n\r\n0\r\n\r\nGET %s HTTP/1.1\r\nHost: x\r\n\r\n"
                        .formatted(versionAndHeaders.getFirst(), versionAndHeaders.getLast(), hidden);
        StandIn.REACHED.clear();

        String answer = send(request);

        assertThat(answer).doesNotContain("\"service\"");
        assertThat(answer).matches("(?s)|HTTP/[0-9.]+ (400|501) .*");
        assertThat(answer.split("HTTP/[0-9.]+ ", -1)).as("answers").hasSizeLessThanOrEqualTo(2);
        assertThat(StandIn.REACHED).isEmpty();
    }

    /** Reads to the end of the connection, so it also shows that it was closed. */
    private String send(String request) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
        }
    }
}
