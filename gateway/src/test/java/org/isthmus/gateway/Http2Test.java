package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import org.isthmus.attack.raw.RawSocket;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** HTTP/2 where it is switched on: a body needs no length there, and nobody sends without end. */
@QuarkusTest
@TestProfile(BehindProxies.class)
class Http2Test {

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(ISO_8859_1);
    private static final int MANY = 2_000_000;
    private static final int BLOCK = 1_000;
    private static final int HEADERS = 1;
    private static final int RESET = 3;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int CONTINUATION = 9;

    /** The headers of a GET of the root, from the static table and one literal. */
    private static final byte[] GET = {(byte) 0x82, (byte) 0x86, (byte) 0x84, 0x41, 0x01, 'x'};

    @TestHTTPResource
    @SuppressWarnings("NullAway.Init")
    URI gateway;

    @Inject
    @SuppressWarnings("NullAway.Init")
    Vertx vertx;

    @BeforeEach
    void forget() {
        RecordingService.WHOLE.clear();
    }

    @Test
    void aBodyNeedsNoLength() {
        HttpClient client = vertx.createHttpClient(
                new HttpClientOptions().setProtocolVersion(HttpVersion.HTTP_2).setHttp2ClearTextUpgrade(false));

        int status = client.request(HttpMethod.POST, gateway.getPort(), gateway.getHost(), "/v1/recording/x")
                .compose(request -> {
                    request.setChunked(true);
                    request.write(Buffer.buffer("hel"));
                    request.end(Buffer.buffer("lo"));
                    return request.response();
                })
                .toCompletionStage()
                .toCompletableFuture()
                .join()
                .statusCode();
        client.close().toCompletionStage().toCompletableFuture().join();

        assertThat(status).isEqualTo(200);
        assertThat(RecordingService.WHOLE).singleElement().asString().endsWith("\r\n\r\nhello");
    }

    @Test
    void nobodyChangesToItWithinAConnection() throws IOException {
        String request = "GET /v1/recording/x HTTP/1.1\r\n"
                + "Host: x\r\n"
                + "Connection: Upgrade, HTTP2-Settings\r\n"
                + "Upgrade: h2c\r\n"
                + "HTTP2-Settings: AAMAAABk\r\n\r\n";
        String behind = "GET /v1/recording/y HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";

        assertThat(new RawSocket(gateway).send((request + behind).getBytes(ISO_8859_1)))
                .hasSize(2)
                .allMatch(answer -> answer.status() == 200);
    }

    /** Each is sent until the gateway ends the connection, at most two million times, and no answer is read. */
    @ParameterizedTest
    @CsvSource({"CONTINUATION, 0", "CONTINUATION, 1000", "RESET, 4", "SETTINGS, 0", "PING, 8"})
    void nobodySendsWithoutEnd(String kind, int length) throws IOException {
        int sent = 0;
        try (Socket socket = new Socket(gateway.getHost(), gateway.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(PREFACE);
            out.write(frame(SETTINGS, 0, 0, new byte[0]));
            if (kind.equals("CONTINUATION")) {
                out.write(frame(HEADERS, 0, 1, GET));
            }
            try {
                for (; sent < MANY; sent += BLOCK) {
                    ByteArrayOutputStream block = new ByteArrayOutputStream();
                    for (int number = sent; number < sent + BLOCK; number++) {
                        block.writeBytes(next(kind, length, number));
                    }
                    out.write(block.toByteArray());
                }
            } catch (SocketException e) {
                // ended by the gateway
            }
        }
        assertThat(sent).isLessThan(MANY);
        assertThat(new RawSocket(gateway)
                        .send("GET /v1/recording/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                                .getBytes(ISO_8859_1)))
                .as("others")
                .singleElement()
                .matches(answer -> answer.status() == 200);
    }

    private static byte[] next(String kind, int length, int number) {
        int stream = 2 * number + 1;
        return switch (kind) {
            case "CONTINUATION" -> frame(CONTINUATION, 0, 1, new byte[length]);
            case "RESET" -> joined(frame(HEADERS, 5, stream, GET), frame(RESET, 0, stream, new byte[length]));
            case "SETTINGS" -> frame(SETTINGS, 0, 0, new byte[length]);
            default -> frame(PING, 0, 0, new byte[length]);
        };
    }

    private static byte[] joined(byte[] one, byte[] two) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List.of(one, two).forEach(bytes::writeBytes);
        return bytes.toByteArray();
    }

    private static byte[] frame(int type, int flags, int stream, byte[] payload) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(new byte[] {
            (byte) (payload.length >> 16),
            (byte) (payload.length >> 8),
            (byte) payload.length,
            (byte) type,
            (byte) flags,
            (byte) (stream >> 24),
            (byte) (stream >> 16),
            (byte) (stream >> 8),
            (byte) stream
        });
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }
}
