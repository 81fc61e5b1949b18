package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import java.net.SocketAddress;
import org.jspecify.annotations.Nullable;

/**
 * A request that has not come whole: kept back while it is short, so that a slow client holds nothing that others need, and
 * counted among those of its client where it is passed on as it comes.
 */
final class UnfinishedRequest {

    private final Limits limits;
    private final Clients clients;
    private @Nullable ByteBuf held;
    private @Nullable String counted;

    UnfinishedRequest(Limits limits, Clients clients) {
        this.limits = limits;
        this.clients = clients;
    }

    /** What is kept back of it. */
    @Nullable
    ByteBuf take() {
        ByteBuf begun = held;
        held = null;
        if (begun != null) {
            clients.held().addAndGet(-begun.readableBytes());
        }
        return begun;
    }

    /** What may go on of the bytes that have come, of which it begins at a place; the rest is kept back. */
    ByteBuf passable(ChannelHandlerContext context, ByteBuf out, int beginsAt, RequestHead head) {
        int begun = out.writerIndex() - beginsAt;
        if (begun > limits.held() || head.expectsContinue() || !clients.isRoom()) {
            count(context.channel().remoteAddress(), head);
            return out;
        }
        if (beginsAt == 0) {
            hold(out);
            return context.alloc().buffer(0);
        }
        hold(context.alloc().buffer(begun).writeBytes(out, beginsAt, begun));
        return out.writerIndex(beginsAt);
    }

    private void hold(ByteBuf begun) {
        held = begun;
        clients.held().addAndGet(begun.readableBytes());
    }

    private void count(@Nullable SocketAddress peer, RequestHead head) {
        String client = clients.client(peer, head);
        if (!clients.bodies().takes(client)) {
            throw MalformedMessage.of(429, "So many bodies are still on their way that no other one is read.");
        }
        counted = client;
    }

    /** It has come whole, or never will. */
    void end() {
        if (counted != null) {
            clients.bodies().gives(counted);
            counted = null;
        }
    }
}
