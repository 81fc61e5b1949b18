package org.isthmus.gateway;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Stops a token that no service would accept.
 *
 * <p>A request without one goes on: the services decide what needs one, and check it themselves again.
 */
@ApplicationScoped
class TokenCheck implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(TokenCheck.class);
    private final HttpAuthenticator authenticator;
    private final Vertx vertx;

    TokenCheck(HttpAuthenticator authenticator, Vertx vertx) {
        this.authenticator = authenticator;
        this.vertx = vertx;
    }

    @Override
    public void handle(RoutingContext context) {
        if (!context.request().headers().contains("Authorization")) {
            context.next();
            return;
        }
        context.request().pause();
        Context here = vertx.getOrCreateContext();
        authenticator
                .attemptAuthentication(context)
                .subscribe()
                .with(
                        caller -> here.runOnContext(done -> passed(context, caller)),
                        failure -> here.runOnContext(done -> failed(context, failure)));
    }

    private static void passed(RoutingContext context, @Nullable SecurityIdentity caller) {
        if (caller == null) {
            refuse(context, "Bearer", "Only bearer tokens are taken.");
        } else {
            context.next();
        }
    }

    private static void failed(RoutingContext context, Throwable failure) {
        if (isAboutTheToken(failure)) {
            refuse(
                    context,
                    "Bearer error=\"invalid_token\"",
                    "It is malformed, expired, or not issued for this platform.");
        } else {
            LOG.warnf("No token can be checked: %s", failure);
            Problems.answer(context, Problem.TOKEN_CHECK_AWAY, "What needs no token can still be read without one.");
        }
    }

    private static void refuse(RoutingContext context, String challenge, String detail) {
        context.response().putHeader("WWW-Authenticate", challenge);
        Problems.answer(context, Problem.TOKEN_REFUSED, detail);
    }

    private static boolean isAboutTheToken(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof AuthenticationFailedException
                && (cause == null || cause instanceof InvalidJwtException);
    }
}
