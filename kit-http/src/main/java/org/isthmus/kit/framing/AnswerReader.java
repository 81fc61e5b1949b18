package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that reads the answers of a service, one request at a time: takes them by the letter of RFC 9112,
 * and writes each anew for the ones behind it. A malformed one, and one to no request, ends the connection.
 */
final class AnswerReader extends ChannelDuplexHandler {

    private final LineReader lines = new LineReader();
    private AnswerHead head = new AnswerHead();
    private @Nullable MessageBody body;
    private @Nullable ByteBuf pending;
    private boolean isAsked;
    private boolean isForHead;
    private boolean isOver;

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (!isAsked && message instanceof ByteBuf request && request.isReadable(5)) {
            isAsked = true;
            isForHead = AnswerHead.asksForHead(request);
        }
        context.write(message, promise);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (isOver || !(message instanceof ByteBuf come)) {
            ReferenceCountUtil.release(message);
            return;
        }
        ByteBuf in =
                pending == null ? come : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), pending, come);
        pending = in;
        ByteBuf out = context.alloc().buffer(in.readableBytes() + 256);
        try {
            readAll(in, out);
            pending = in.isReadable() ? in : null;
            if (pending == null) {
                in.release();
            }
            context.fireChannelRead(out);
        } catch (MalformedMessage malformed) {
            isOver = true;
            out.release();
            release();
            context.fireExceptionCaught(malformed);
            context.close();
        }
    }

    private void readAll(ByteBuf in, ByteBuf out) {
        while (in.isReadable()) {
            if (!isAsked) {
                throw MalformedMessage.invalid("An answer to no request.");
            }
            if (body == null) {
                String line = lines.next(in, AnswerHead.LONGEST, AnswerHead::tooLong);
                if (line == null) {
                    return;
                }
                if (head.read(line)) {
                    head.writeTo(out);
                    body = head.body(isForHead);
                }
            }
            if (body != null) {
                if (!body.read(in, out)) {
                    return; // what is left is the beginning of a line
                }
                isAsked = head.isInterim();
                body = null;
                head = new AnswerHead();
            }
        }
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        release();
    }

    private void release() {
        ByteBuf held = pending;
        pending = null;
        if (held != null) {
            held.release();
        }
    }
}
