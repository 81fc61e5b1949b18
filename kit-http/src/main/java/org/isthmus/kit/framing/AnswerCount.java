package org.isthmus.kit.framing;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpStatusClass;
import io.netty.handler.codec.http.LastHttpContent;

/** How many answers a connection has begun and finished; interim ones don't count. */
final class AnswerCount extends ChannelOutboundHandlerAdapter {

    private long begun;
    private long finished;

    /** Whether all before the newest request are answered, and that one not at all. */
    boolean waitsFor(long request) {
        return begun == request - 1 && finished == begun;
    }

    long finished() {
        return finished;
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof HttpResponse answer && answer.status().codeClass() == HttpStatusClass.INFORMATIONAL) {
            context.write(message, promise);
            return;
        }
        if (message instanceof HttpResponse) {
            begun++;
        }
        if (message instanceof LastHttpContent) {
            finished++;
        }
        context.write(message, promise);
    }
}
