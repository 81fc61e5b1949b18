package org.isthmus.gateway.proxy;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.ReadStream;
import org.jspecify.annotations.Nullable;

/** A body on its way through, counted: once more than the limit has come, it fails and passes nothing on. */
final class Passage implements ReadStream<Buffer> {

    private final ReadStream<Buffer> source;
    private final long limit;
    private final @Nullable Handler<Throwable> instead;
    private final Runnable goesOn;
    private long seen;
    private @Nullable Handler<Throwable> failure;

    private Passage(ReadStream<Buffer> source, long limit, @Nullable Handler<Throwable> instead, Runnable goesOn) {
        this.source = source;
        this.limit = limit;
        this.instead = instead;
        this.goesOn = goesOn;
    }

    /** @param goesOn told whenever some more has come */
    static Passage ofRequest(ReadStream<Buffer> source, long limit, Runnable goesOn) {
        return new Passage(source, limit, null, goesOn);
    }

    /** A failure is not passed on: {@code breakOff} ends the caller's connection, which ends the rest in turn. */
    static Passage ofAnswer(ReadStream<Buffer> source, Runnable breakOff) {
        return new Passage(source, Long.MAX_VALUE, cause -> breakOff.run(), () -> {});
    }

    boolean isTooLarge() {
        return seen > limit;
    }

    @Override
    public ReadStream<Buffer> handler(@Nullable Handler<Buffer> handler) {
        source.handler(handler == null ? null : buffer -> pass(buffer, handler));
        return this;
    }

    private void pass(Buffer buffer, Handler<Buffer> handler) {
        boolean wasTooLarge = isTooLarge();
        seen += buffer.length();
        if (!isTooLarge()) {
            goesOn.run();
            handler.handle(buffer);
        } else if (!wasTooLarge && failure != null) {
            failure.handle(new IllegalStateException("More than %d bytes".formatted(limit)));
        }
    }

    @Override
    public ReadStream<Buffer> exceptionHandler(@Nullable Handler<Throwable> handler) {
        failure = instead == null ? handler : instead;
        source.exceptionHandler(failure);
        return this;
    }

    @Override
    public ReadStream<Buffer> endHandler(@Nullable Handler<Void> handler) {
        source.endHandler(handler);
        return this;
    }

    @Override
    public ReadStream<Buffer> pause() {
        source.pause();
        return this;
    }

    @Override
    public ReadStream<Buffer> resume() {
        source.resume();
        return this;
    }

    @Override
    public ReadStream<Buffer> fetch(long amount) {
        source.fetch(amount);
        return this;
    }
}
