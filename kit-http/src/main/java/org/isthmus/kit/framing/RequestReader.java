package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
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

    /** What a refused client still sends is dropped for this long, or the answer would not reach it. */
    private static final long LINGER_MILLIS = 1_000;

    private final Limits limits;
    private RequestHead head;
    private @Nullable MalformedMessage fault;
    private @Nullable AnswerCount answers;
    private long passed;
    private int beginsAt;
    private boolean isSilent;

    RequestReader(Limits limits) {
        this.limits = limits;
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
        ByteBuf out = context.alloc().buffer(in.readableBytes() + 256);
        beginsAt = -1;
        try {
            read(in, out);
            pass(context, out);
        } catch (MalformedMessage malformed) {
            refuse(context, out, malformed);
        }
    }

    @Override
    @Nullable
    String next(LineReader from, ByteBuf in) {
        return from.next(in, head.longestLine(), head::tooLong);
    }

    @Override
    @Nullable
    MessageBody take(String line, ByteBuf out) {
        if (!head.read(line)) {
            return null;
        }
        MessageBody body = head.body();
        beginsAt = out.writerIndex();
        passed++;
        head.writeTo(out);
        return body;
    }

    @Override
    void ended() {
        head = new RequestHead(limits);
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
        boolean hasHeadGone = isInBody() && beginsAt < 0;
        if (isInBody() && !hasHeadGone) {
            out.writerIndex(beginsAt);
        }
        if (hasHeadGone) {
            out.release();
            breakOff(context, malformed);
        } else {
            pass(context, out);
            context.fireChannelRead(RefusalMark.of(head, malformed));
            context.fireChannelRead(LastHttpContent.EMPTY_LAST_CONTENT);
        }
        context.channel().config().setAutoRead(true);
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
}
