package org.isthmus.kit.framing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten seconds for a head, twenty for a body and one more for each 1 000 bytes of it, and sixty without a request. */
class ClientClockTest {

    private static final Deadlines DEADLINES =
            new Deadlines(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), 1_000);
    private static final String POST = "POST /v1/notes HTTP/1.1\r\nHost: x\r\n";

    private final AtomicReference<Gate> gate = new AtomicReference<>((client, path) -> false);
    private final Clients clients = new Clients(
            ClientAddress.of(List.of()),
            new Quota(9, 9),
            new Quota(2, 3),
            new AtomicLong(),
            new RefusalCount(() -> 0),
            gate);

    static RequestReader reader(int held) {
        return new RequestReader(
                new Limits(8_192, 16_384, 0, false, held),
                new Clients(
                        ClientAddress.of(List.of()),
                        new Quota(9, 9),
                        new Quota(9, 9),
                        new AtomicLong(),
                        new RefusalCount(() -> 0),
                        new AtomicReference<>((client, path) -> false)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"G", "GET / HTTP/1.1\r\nX: ", "\r\n", "GET / HTTP/1.1\r\n"})
    void aHeadThatComesByBytesIsRefusedInTheEnd(String begin) {
        EmbeddedChannel channel = opened(false);
        send(channel, begin);
        for (int second = 0; second < 9; second++) {
            send(channel, begin.equals("\r\n") ? "G" : "X");
            pass(channel, 1);
        }
        assertThat(answer(channel)).isEmpty();

        pass(channel, 2);

        assertThat(answer(channel)).startsWith("HTTP/1.1 408 ").contains("\"code\":\"request-timeout\"");
    }

    @Test
    void whoInsistsIsNotListenedToForAWhile() {
        gate.set((client, path) -> true);
        EmbeddedChannel channel = opened(false);
        for (int times = 0; times < 50; times++) {
            send(channel, "GET /v1/notes HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(answer(channel)).startsWith("HTTP/1.1 503 ");
        }
        assertThat(channel.config().isAutoRead()).isTrue();

        send(channel, "GET /v1/notes HTTP/1.1\r\nHost: x\r\n\r\n");

        assertThat(answer(channel)).startsWith("HTTP/1.1 503 ");
        assertThat(channel.config().isAutoRead()).isFalse();
        pass(channel, 1);
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void aConnectionThatIsNotUsedIsClosedWithoutAWord() {
        EmbeddedChannel ofClient = opened(false);
        EmbeddedChannel ofProxy = opened(true);

        pass(ofClient, 11);
        pass(ofProxy, 11);

        assertThat(ofClient.isOpen()).isFalse();
        assertThat(answer(ofClient)).isEmpty();
        assertThat(ofProxy.isOpen()).isTrue();
        pass(ofProxy, 50);
        assertThat(ofProxy.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Length: 100\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n64\r\n"})
    void aShortBodyIsSeenByNobodyUntilItIsWhole(String head) {
        EmbeddedChannel channel = opened(false);
        send(channel, POST + head + "x".repeat(99));
        assertThat(read(channel)).isEmpty();

        send(channel, head.startsWith("C") ? "x" : "x\r\n0\r\n\r\n");

        assertThat(read(channel)).contains("x".repeat(100));
        assertThat(clients.held()).hasValue(0);
    }

    @Test
    void aBodyThatComesByBytesIsRefusedInTheEnd() {
        EmbeddedChannel channel = opened(false);
        send(channel, POST + "Content-Length: 100\r\n\r\n");
        for (int second = 0; second < 19; second++) {
            send(channel, "x");
            pass(channel, 1);
        }
        assertThat(answer(channel)).isEmpty();

        pass(channel, 2);

        assertThat(answer(channel)).startsWith("HTTP/1.1 408 ");
        assertThat(read(channel)).isEmpty();
        assertThat(clients.held()).hasValue(0);
    }

    @Test
    void aLongBodyHasTimeForItsSize() {
        EmbeddedChannel channel = opened(false);
        send(channel, POST + "Content-Length: 100000\r\n\r\n");
        for (int second = 0; second < 60; second++) {
            send(channel, "x".repeat(1_500));
            pass(channel, 1);
        }

        send(channel, "x".repeat(10_000));

        assertThat(read(channel)).endsWith("x".repeat(100_000));
    }

    @Test
    void whatCameBeforeOneThatIsMalformedGoesOn() {
        EmbeddedChannel channel = opened(false);

        send(channel, "GET /v1/notes HTTP/1.1\r\nHost: x\r\n\r\nGET /v1/notes HTTP/9.9\r\nHost: x\r\n\r\n");

        assertThat(((ByteBuf) channel.readInbound()).toString(US_ASCII)).startsWith("GET /v1/notes HTTP/1.1");
    }

    @Test
    void timeInWhichNothingIsReadIsNotCounted() {
        EmbeddedChannel channel = opened(false);
        send(channel, POST + "Content-Length: 100\r\n\r\n");
        channel.config().setAutoRead(false);
        pass(channel, 100);
        assertThat(channel.isOpen()).isTrue();

        channel.config().setAutoRead(true);
        pass(channel, 21);

        assertThat(answer(channel)).startsWith("HTTP/1.1 408 ");
    }

    @Test
    void ofLongBodiesEachClientHasHisShareAndAllTogetherTheirs() {
        String half = POST + "Content-Length: 100000\r\n\r\n" + "x".repeat(9_000);
        List<EmbeddedChannel> open = List.of(opened(false), opened(false));
        open.forEach(channel -> send(channel, half));
        assertThat(open).noneMatch(channel -> read(channel).isEmpty());

        EmbeddedChannel third = opened(false);
        send(third, half);

        assertThat(answer(third)).startsWith("HTTP/1.1 429 ").contains("Retry-After");
        open.getFirst().close();
        EmbeddedChannel fourth = opened(false);
        send(fourth, half);
        assertThat(read(fourth)).isNotEmpty();
    }

    @Test
    void whatCouldNotBeAnsweredInTimeIsRefusedBeforeAnybodyReadsIt() {
        EmbeddedChannel channel = opened(false);
        gate.set((client, path) -> path.equals("/v1/full"));

        send(channel, "GET /v1/full?x=1 HTTP/1.1\r\nHost: x\r\n\r\nGET /v1/notes HTTP/1.1\r\nHost: x\r\n\r\n");

        String answer = answer(channel);
        assertThat(answer)
                .startsWith("HTTP/1.1 503 ")
                .contains("\r\nRetry-After: 1\r\n", "application/problem+json", "\"code\":\"overloaded\"");
        int body = answer.indexOf("\r\n\r\n") + 4;
        assertThat(answer).contains("Content-Length: %d\r\n".formatted(answer.length() - body));
        assertThat(read(channel)).startsWith("GET /v1/notes ").doesNotContain("full");
        assertThat(channel.isOpen()).isTrue();
    }

    @Test
    void aShareIsOfOneClientAndOfAll() {
        Quota share = new Quota(2, 3);

        assertThat(List.of(share.takes("a"), share.takes("a"), share.takes("a")))
                .containsExactly(true, true, false);
        assertThat(List.of(share.takes("b"), share.takes("c"))).containsExactly(true, false);
        share.gives("a");
        assertThat(share.takes("c")).isTrue();
    }

    private EmbeddedChannel opened(boolean isProxy) {
        RequestReader reader = new RequestReader(new Limits(8_192, 16_384, 0, false, 8_192), clients);
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(new ClientClock(DEADLINES, reader, isProxy), reader);
        channel.pipeline().fireChannelActive();
        return channel;
    }

    private static void send(EmbeddedChannel channel, String text) {
        channel.writeInbound(Unpooled.copiedBuffer(text, US_ASCII));
    }

    private static void pass(EmbeddedChannel channel, int seconds) {
        for (int second = 0; second < seconds; second++) {
            channel.advanceTimeBy(1, TimeUnit.SECONDS);
            channel.runPendingTasks();
        }
    }

    private static String read(EmbeddedChannel channel) {
        return text(channel::readInbound);
    }

    private static String answer(EmbeddedChannel channel) {
        return text(channel::readOutbound);
    }

    private static String text(Supplier<ByteBuf> parts) {
        StringBuilder text = new StringBuilder();
        for (ByteBuf part = parts.get(); part != null; part = parts.get()) {
            text.append(part.toString(US_ASCII));
            part.release();
        }
        return text.toString();
    }
}
