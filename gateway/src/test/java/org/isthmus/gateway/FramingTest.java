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
import java.util.concurrent.TimeUnit;
import org.isthmus.attack.raw.RawAnswer;
import org.isthmus.attack.raw.RawCase;
import org.isthmus.attack.raw.RawCases;
import org.isthmus.attack.raw.RawSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A request has one reading, or it is refused, its connection closed, and nothing of it and behind it reaches a service. */
@QuarkusTest
class FramingTest {

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    private final String path = "/v1/recording/" + UUID.randomUUID();
    private final String last = "/v1/recording/last-" + UUID.randomUUID();

    static List<RawCase> cases() {
        return RawCases.all();
    }

    @BeforeEach
    void forget() {
        RecordingService.WHOLE.clear();
        RecordingService.STRANGE.clear();
    }

    @Test
    void thereAreEnoughCases() {
        assertThat(cases()).hasSizeGreaterThan(250).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void oneReadingOrNone(RawCase each) throws IOException {
        RawSocket socket = new RawSocket(gateway);
        String behind = each.sent() + "GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(last);
        RawCase all = new RawCase(each.kind(), behind, each.outcome(), each.status(), each.requests());

        switch (each.outcome()) {
            case REFUSED -> {
                List<RawAnswer> answers = socket.send(all.bytes(path));
                assertThat(answers).hasSize(each.requests() + 1);
                assertThat(answers.getLast().status()).as(answers.toString()).isEqualTo(each.status());
                assertThat(answers.getLast().isProblem()).as(answers.toString()).isTrue();
                assertThat(RecordingService.WHOLE)
                        .hasSize(each.requests())
                        .noneMatch(request -> request.contains(last));
            }
            case TAKEN -> {
                List<RawAnswer> answers = socket.send(all.bytes(path));
                assertThat(answers).hasSize(each.requests() + 1).allMatch(answer -> answer.status() == 200);
                assertThat(RecordingService.WHOLE).hasSize(each.requests() + 1);
                assertThat(RecordingService.WHOLE.stream().filter(request -> request.startsWith("GET " + last + " ")))
                        .hasSize(1);
            }
            case ABANDONED -> {
                assertThat(socket.sendAndStop(each.bytes(path))).isEmpty();
                assertThat(RecordingService.WHOLE).isEmpty();
                assertThat(socket.send(("GET %s HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".formatted(last))
                                .getBytes(ISO_8859_1)))
                        .as("a stranger's next request")
                        .singleElement()
                        .matches(answer -> answer.status() == 200);
                assertThat(RecordingService.WHOLE).hasSize(1);
            }
        }
        assertThat(RecordingService.STRANGE).isEmpty();
    }

    /** The service has the head and a first chunk by then, and must learn that the request never came whole. */
    @ParameterizedTest
    @ValueSource(strings = {"-5\r\nhello\r\n", "5\r\nhelloX", "5\n", "0\r\nHost: y\r\n\r\n", "fffffffffffffffff\r\n"})
    void aBodyThatTurnsOutMalformedIsRefusedToo(String rest) throws IOException, InterruptedException {
        RecordingService.BEGUN.clear();
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            String begin = "POST %s HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n11170\r\n%s\r\n"
                    .formatted(path, "x".repeat(70_000));
            socket.getOutputStream().write(begin.getBytes(ISO_8859_1));
            assertThat(RecordingService.BEGUN.poll(10, TimeUnit.SECONDS)).contains(path);

            String behind = "GET %s HTTP/1.1\r\nHost: x\r\n\r\n".formatted(last);
            socket.getOutputStream().write((rest + behind).getBytes(ISO_8859_1));

            String answer = new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400 ")
                    .contains("application/problem+json", "\"code\":\"invalid-request\"");
            assertThat(answer.split("HTTP/1.1 ", -1)).as("answers").hasSize(2);
        }
        assertThat(RecordingService.WHOLE).isEmpty();
    }
}
