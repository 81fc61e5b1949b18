package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.util.ReferenceCountUtil;
import org.jspecify.annotations.Nullable;

/**
 * Stands before everything that reads the answers of a service, one request at a time: takes them by the letter of RFC 9112,
 * and writes each anew for the ones behind it. A malformed one, and one to no request, ends the connection.
 */
final class AnswerReader extends MessageReader {

    private AnswerHead head = new AnswerHead();
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
        ByteBuf in = joined(context, come);
        ByteBuf out = context.alloc().buffer(in.readableBytes() + 256);
        try {
            read(in, out);
            context.fireChannelRead(out);
        } catch (MalformedMessage malformed) {
            isOver = true;
            out.release();
            release();
            context.fireExceptionCaught(malformed);
            context.close();
        }
    }

    @Override
    @Nullable
    String next(LineReader from, ByteBuf in) {
        if (!isAsked) {
            throw MalformedMessage.invalid("An answer to no request.");
        }
        return from.next(in, AnswerHead.LONGEST, AnswerHead::tooLong);
    }

    @Override
    @Nullable
    MessageBody take(String line, ByteBuf out) {
        if (!head.read(line)) {
            return null;
        }
        head.writeTo(out);
        return head.body(isForHead);
    }

    @Override
    void ended() {
        isAsked = head.isInterim();
        head = new AnswerHead();
    }
}
