package org.isthmus.kit.framing;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.isthmus.kit.framing.RequestReader.Phase;
import org.jspecify.annotations.Nullable;

/**
 * Ends what a client takes too long for: the head or the body of a request, taking an answer, or nothing at all. Only time in
 * which we read counts, so that nobody is refused for our own delays.
 */
final class ClientClock extends ChannelDuplexHandler {

    private final Deadlines deadlines;
    private final RequestReader reader;
    private final boolean isProxy;
    private Phase phase = Phase.IDLE;
    private long request;
    private Duration spent = Duration.ZERO;
    private Duration spentSending = Duration.ZERO;
    private long came;
    private long cameBefore;
    private long written;
    private long sentBefore;
    private @Nullable Future<?> ticks;

    /** A proxy may open a connection before it has a request for it. */
    ClientClock(Deadlines deadlines, RequestReader reader, boolean isProxy) {
        this.deadlines = deadlines;
        this.reader = reader;
        this.isProxy = isProxy;
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        long period = deadlines.period().toMillis();
        ticks = context.executor().scheduleWithFixedDelay(() -> tick(context), period, period, TimeUnit.MILLISECONDS);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (message instanceof ByteBuf bytes) {
            came += bytes.readableBytes();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
        if (message instanceof ByteBuf bytes) {
            written += bytes.readableBytes();
        }
        context.write(message, promise);
    }

    private void tick(ChannelHandlerContext context) {
        Phase now = reader.phase();
        boolean goesOn = now == phase && request == reader.passed() && (now != Phase.IDLE || came == cameBefore);
        if (!goesOn) {
            phase = now;
            request = reader.passed();
            spent = Duration.ZERO;
            cameBefore = came;
        } else if (context.channel().config().isAutoRead()) {
            spent = spent.plus(deadlines.period());
        }
        if (isAnswerLate(context)) {
            context.close();
        } else if (spent.compareTo(longest()) >= 0) {
            end(context);
        }
    }

    private Duration longest() {
        return switch (phase) {
            case HEAD -> deadlines.head();
            case BODY -> deadlines.moved(came - cameBefore);
            case IDLE -> request > 0 || isProxy ? deadlines.idle() : deadlines.head();
            case ANSWER, OTHER -> Duration.ofDays(1);
        };
    }

    private void end(ChannelHandlerContext context) {
        spent = Duration.ZERO;
        if (phase == Phase.IDLE) {
            context.close();
        } else {
            reader.late();
        }
    }

    private boolean isAnswerLate(ChannelHandlerContext context) {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        long unsent = buffer == null ? 0 : buffer.totalPendingWriteBytes();
        if (unsent == 0) {
            spentSending = Duration.ZERO;
            sentBefore = written;
            return false;
        }
        spentSending = spentSending.plus(deadlines.period());
        return spentSending.compareTo(deadlines.moved(Math.max(0, written - unsent - sentBefore))) >= 0;
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        if (ticks != null) {
            ticks.cancel(false);
        }
    }
}
