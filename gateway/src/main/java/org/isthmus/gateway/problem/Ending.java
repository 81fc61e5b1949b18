package org.isthmus.gateway.problem;

import static java.util.Objects.requireNonNull;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** How an exchange ends early. */
public final class Ending {

    private static final long MOMENT_MILLIS = 2_000;

    private Ending() {}

    /** What the caller still sends after its answer is dropped for a moment, so that the answer gets through. */
    public static void letGo(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        request.resume();
        Context here = requireNonNull(Vertx.currentContext());
        here.owner().setTimer(MOMENT_MILLIS, timer -> {
            if (!request.isEnded()) {
                request.connection().close();
            }
        });
    }

    /** An answer that cannot be finished must not look finished. */
    public static void breakOff(HttpServerRequest request) {
        if (request.version() == HttpVersion.HTTP_2) {
            request.response().reset();
        } else {
            request.connection().close();
        }
    }
}
