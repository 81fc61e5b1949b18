package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import org.jspecify.annotations.Nullable;

/** Reads messages in pieces that end anywhere: heads line by line, then bodies; what is not whole waits for the rest. */
abstract class MessageReader extends ChannelDuplexHandler {

    private final LineReader lines = new LineReader();
    private @Nullable MessageBody body;
    private @Nullable ByteBuf pending;

    /** The next line of the head, or nothing while it has not come whole. */
    abstract @Nullable String next(LineReader from, ByteBuf in);

    /** Takes a line of the head; the body that follows, where it was the last one and has been written. */
    abstract @Nullable MessageBody take(String line, ByteBuf out);

    /** The body has come to its end. */
    abstract void ended();

    /** Whether a head has been written whose body has not ended. */
    final boolean isInBody() {
        return body != null;
    }

    /** Whether the beginning of a line has come and waits. */
    final boolean isWaiting() {
        return pending != null;
    }

    /** What has come with what waited for it. */
    final ByteBuf joined(ChannelHandlerContext context, ByteBuf come) {
        ByteBuf waited = pending;
        ByteBuf all =
                waited == null ? come : ByteToMessageDecoder.MERGE_CUMULATOR.cumulate(context.alloc(), waited, come);
        pending = all;
        return all;
    }

    /** Takes all that is whole, and keeps the rest. */
    final void read(ByteBuf in, ByteBuf out) {
        while (in.isReadable() && readNext(in, out)) {
            // until the beginning of a line is left, or nothing
        }
        if (!in.isReadable()) {
            release();
        }
    }

    private boolean readNext(ByteBuf in, ByteBuf out) {
        if (body == null) {
            String line = next(lines, in);
            if (line == null) {
                return false;
            }
            body = take(line, out);
        }
        MessageBody present = body;
        if (present == null) {
            return true;
        }
        if (!present.read(in, out)) {
            return false;
        }
        body = null;
        ended();
        return true;
    }

    /** What waited goes on as it is: nothing more is read here. */
    final void handOver() {
        pending = null;
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        release();
    }

    final void release() {
        ByteBuf held = pending;
        pending = null;
        if (held != null) {
            held.release();
        }
    }
}
