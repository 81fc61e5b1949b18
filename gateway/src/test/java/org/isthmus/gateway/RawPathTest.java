package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written to the socket as they are, since every client would tidy these first. */
@QuarkusTest
class RawPathTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @ParameterizedTest
    @CsvSource({
        "/v1/projects/../../secret, 404",
        "/v1/projects/%2e%2e/%2e%2e/secret, 404",
        "/v1/x/../projects, 400",
        "/v1//projects, 400",
        "/v1/projects/./7, 400",
        "/v1/projects/%zz, 400",
        "/v1/projects?q={x}, 400",
        "/v1/projects?q=a|b, 400",
        "/%zz, 400",
        "secret, 400",
        "*, 400",
    })
    void routesWhatItForwardsAndNothingElse(String path, int status) throws IOException {
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            String request = "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(path);
            socket.getOutputStream().write(request.getBytes(UTF_8));
            String answer = new String(socket.getInputStream().readAllBytes(), UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 " + status)
                    .contains("application/problem+json")
                    .doesNotContain("\"service\"");
        }
    }
}
