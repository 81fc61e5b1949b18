package org.isthmus.kit.framing;

import static java.util.Objects.requireNonNull;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.SocketChannel;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.ReferenceCountUtil;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that reads a connection: takes requests by the letter of RFC 9112, and writes each anew for the
 * ones behind it. Of the first that is malformed nothing goes on; in its place comes a {@link RefusalMark}, and nothing
 * that follows on the connection is read any more.
 */
final class RequestReader extends MessageReader {

    /** What a connection waits for. */
    enum Phase {
        HEAD,
        BODY,
        ANSWER,
        IDLE,
        OTHER
    }

    /** What a refused client still sends is dropped for this long, or the answer would not reach it. */
    private static final long LINGER_MILLIS = 1_000;

    private static final long REST_MILLIS = 1_000;

    private final Limits limits;
    private final Clients clients;
    private final UnfinishedRequest unfinished;
    private RequestHead head;
    private @Nullable ChannelHandlerContext here;
    private @Nullable MalformedMessage fault;
    private @Nullable AnswerCount answers;
    private long passed;
    private int beginsAt;
    private boolean isSilent;

    RequestReader(Limits limits, Clients clients) {
        this.limits = limits;
        this.clients = clients;
        unfinished = new UnfinishedRequest(limits, clients);
        head = new RequestHead(limits);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (fault != null) {
            ReferenceCountUtil.release(message);
        } else if (message instanceof ByteBuf come) {
            take(context, come);
        } else {
            context.fireChannelRead(message);
        }
    }

    private void take(ChannelHandlerContext context, ByteBuf come) {
        ByteBuf in = joined(context, come);
        if (limits.isHttp2() && passed == 0 && !isInBody() && Http2Preface.begins(in)) {
            if (Http2Preface.isWhole(in)) {
                handOver();
                context.pipeline().remove(this);
                context.fireChannelRead(in);
            }
            return;
        }
        ByteBuf out = takeHeld(context, in.readableBytes() + 256);
        try {
            read(in, out);
            boolean isUnfinished = isInBody() && beginsAt >= 0;
            pass(context, isUnfinished ? unfinished.passable(context, out, beginsAt, head) : out);
        } catch (MalformedMessage malformed) {
            refuse(context, out, malformed);
        }
    }

    private ByteBuf takeHeld(ChannelHandlerContext context, int size) {
        ByteBuf begun = unfinished.take();
        beginsAt = begun == null ? -1 : 0;
        return begun == null ? context.alloc().buffer(size) : begun;
    }

    @Override
    @Nullable
    String next(LineReader from, ByteBuf in) {
        return from.next(in, head.longestLine(), head::tooLong);
    }

    @Override
    @Nullable
    MessageBody take(String line, ByteBuf out) {
        if (!head.read(line) || isRefused()) {
            return null;
        }
        MessageBody body = head.body();
        beginsAt = out.writerIndex();
        passed++;
        head.writeTo(out);
        return body;
    }

    /** Where all before it are answered, its answer can be given here. */
    private boolean isRefused() {
        ChannelHandlerContext context = requireNonNull(here);
        boolean isNext = answers == null ? passed == 0 : answers.finished() == passed;
        boolean isRefused =
                isNext && head.isPlainRead() && clients.isShut(context.channel().remoteAddress(), head);
        if (isRefused) {
            head = new RequestHead(limits);
            context.writeAndFlush(EarlyRefusal.of(context.alloc()));
            if (clients.insists(context.channel().remoteAddress())) {
                rest(context);
            }
        }
        return isRefused;
    }

    /** Who takes no notice is not listened to for a while, which costs nothing. */
    private static void rest(ChannelHandlerContext context) {
        ChannelConfig config = context.channel().config();
        config.setAutoRead(false);
        context.executor().schedule(() -> config.setAutoRead(true), REST_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    void ended() {
        head = new RequestHead(limits);
        unfinished.end();
    }

    Phase phase() {
        if (fault != null || here == null) {
            return Phase.OTHER;
        } else if (isInBody()) {
            return Phase.BODY;
        } else if (isWaiting() || head.hasBegun()) {
            return Phase.HEAD;
        }
        return answers != null && answers.finished() < passed ? Phase.ANSWER : Phase.IDLE;
    }

    /** How many requests have begun. */
    long passed() {
        return passed;
    }

    /** The client has taken too long for what it is at. */
    void late() {
        ChannelHandlerContext context = requireNonNull(here);
        refuse(context, takeHeld(context, 256), MalformedMessage.of(408, "It did not come whole in time."));
    }

    private void pass(ChannelHandlerContext context, ByteBuf out) {
        if (!out.isReadable()) {
            out.release();
            return;
        }
        if (answers == null) {
            ChannelHandlerContext encoder = context.pipeline().context(HttpResponseEncoder.class);
            if (encoder != null) {
                answers = new AnswerCount();
                context.pipeline().addAfter(encoder.name(), null, answers);
            }
        }
        context.fireChannelRead(out);
    }

    private void refuse(ChannelHandlerContext context, ByteBuf out, MalformedMessage malformed) {
        fault = malformed;
        release();
        unfinished.end();
        boolean hasHeadGone = isInBody() && beginsAt < 0;
        if (isInBody() && !hasHeadGone) {
            out.writerIndex(beginsAt);
        }
        if (hasHeadGone) {
            out.release();
            breakOff(context, malformed);
        } else if (isFirst(context, out)) {
            out.release();
            context.writeAndFlush(PlainRefusal.of(context.alloc(), malformed));
            close(context, context.newPromise());
        } else {
            pass(context, out);
            context.fireChannelRead(RefusalMark.of(head, malformed));
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        context.channel().config().setAutoRead(true);
    }

    /** Then nobody behind may have decided yet which version of HTTP this is. */
    private boolean isFirst(ChannelHandlerContext context, ByteBuf out) {
        return !out.isReadable() && answers == null && context.pipeline().context(HttpResponseEncoder.class) == null;
    }

    /** Whoever reads the body already learns that it never ends; the caller gets the answer from here while it has none. */
    private void breakOff(ChannelHandlerContext context, MalformedMessage malformed) {
        if (answers != null && answers.waitsFor(passed)) {
            context.writeAndFlush(PlainRefusal.of(context.alloc(), malformed));
        }
        isSilent = true;
        context.fireExceptionCaught(malformed);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (isSilent) {
            ReferenceCountUtil.release(message);
            promise.trySuccess();
        } else {
            context.write(message, promise);
        }
    }

    @Override
    public void close(ChannelHandlerContext context, ChannelPromise promise) {
        if (fault == null || !context.channel().isActive() || !(context.channel() instanceof SocketChannel socket)) {
            context.close(promise);
            return;
        }
        isSilent = true;
        socket.shutdownOutput();
        context.executor().schedule(() -> context.close(promise), LINGER_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        here = context;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        here = null;
        super.handlerRemoved(context);
        unfinished.end();
        ReferenceCountUtil.release(unfinished.take());
    }
}
