package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message may come in pieces that end anywhere: what is not whole waits for the rest, and costs nothing meanwhile. */
class PiecesTest {

    private static final String CHUNKS =
            "Transfer-Encoding: chunked\r\n\r\n3;x=y\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n";
    private static final String READ = "3\r\nabc\r\n10\r\n0123456789abcdef\r\n0\r\n\r\n";

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11})
    void aRequestMayComeInPiecesOfAnySize(int size) {
        EmbeddedChannel channel = new EmbeddedChannel(ClientClockTest.reader(8_192));

        assertThat(read(channel, "POST /v1/notes HTTP/1.1\r\nHost: x\r\n" + CHUNKS, size))
                .endsWith(READ);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 7, 11})
    void anAnswerMayComeInPiecesOfAnySize(int size) {
        EmbeddedChannel channel = new EmbeddedChannel(new AnswerReader());
        channel.writeOutbound(Unpooled.copiedBuffer("GET / HTTP/1.1\r\nHost: x\r\n\r\n", US_ASCII));

        assertThat(read(channel, "HTTP/1.1 200 OK\r\n" + CHUNKS, size)).endsWith(READ);
    }

    private static String read(EmbeddedChannel channel, String message, int size) {
        return Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            for (int at = 0; at < message.length(); at += size) {
                String piece = message.substring(at, Math.min(message.length(), at + size));
                channel.writeInbound(Unpooled.copiedBuffer(piece, US_ASCII));
            }
            StringBuilder read = new StringBuilder();
            for (ByteBuf part = channel.readInbound(); part != null; part = channel.readInbound()) {
                read.append(part.toString(US_ASCII));
                part.release();
            }
            return read.toString();
        });
    }
}
