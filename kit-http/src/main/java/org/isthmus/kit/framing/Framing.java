package org.isthmus.kit.framing;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.ssl.SslHandler;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What could be read in two ways: whoever stands behind would take the rest of such a request for another one.
 *
 * <p>{@link RequestReader} finds it in the bytes, before anything else reads them; what is left to check here is what was
 * parsed by others, such as HTTP/2. The answer closes the connection, because nobody can say where the next request begins.
 */
public final class Framing {

    private static final List<String> ONCE = List.of("Host", "Content-Length", "Authorization", "Content-Type");

    /** The methods that are served anywhere: what a refusal of another one names in its header Allow. */
    public static final String METHODS = "GET, HEAD, OPTIONS, POST, PUT, PATCH, DELETE";

    private static volatile @Nullable Clients clients;

    private Framing() {}

    static void watch(Clients all) {
        clients = all;
    }

    /** Has what could not be answered in time refused before anybody reads it. */
    public static void guard(Gate gate) {
        Clients all = clients;
        if (all != null) {
            all.gate().set(gate);
        }
    }

    /** How many connections are open but for those of proxies, and how many bodies of requests under way still come. */
    public static Open open() {
        Clients all = clients;
        return all == null
                ? new Open(0, 0, false)
                : new Open(
                        all.connections().open(),
                        all.bodies().open(),
                        all.connections().isFull() || all.bodies().isFull());
    }

    /**
     * What clients have open.
     *
     * @param isFull whether there is room for no more
     */
    public record Open(int connections, int bodies, boolean isFull) {}

    /** Has the answers on a connection to a service read strictly, before a byte of them has come. */
    public static void readAnswersStrictly(HttpConnection connection) {
        ChannelPipeline pipeline = ((ConnectionBase) connection).channel().pipeline();
        ChannelHandlerContext tls = pipeline.context(SslHandler.class);
        if (tls == null) {
            pipeline.addFirst(new AnswerReader());
        } else {
            pipeline.addAfter(tls.name(), null, new AnswerReader());
        }
    }

    /** What is wrong with the frame of a request; empty where there is only one way to read it. */
    public static Optional<MalformedMessage> fault(HttpServerRequest request) {
        if (request.decoderResult() instanceof RefusalMark refused) {
            return Optional.of(refused.fault());
        }
        for (String name : ONCE) {
            if (request.headers().getAll(name).size() > 1) {
                return Optional.of(MalformedMessage.invalid("%s comes once.".formatted(name)));
            }
        }
        boolean isInChunks = request.headers().contains("Transfer-Encoding");
        if (isInChunks && (request.headers().contains("Content-Length") || request.version() != HttpVersion.HTTP_1_1)) {
            return Optional.of(MalformedMessage.invalid("A length and chunks, or chunks without HTTP/1.1."));
        }
        return Optional.empty();
    }

    /**
     * Leaves out the length of a body where none is sent: before the headers of a 204 or 304 are written (RFC 9110, section
     * 8.6), whatever was put there meanwhile.
     */
    public static void dropLengthOfNothing(HttpServerResponse response) {
        if (response.getStatusCode() == 204 || response.getStatusCode() == 304) {
            response.headers().remove("Content-Length");
        }
    }
}
