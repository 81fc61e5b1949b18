package org.isthmus.gateway.admission;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.gateway.settings.Settings;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jspecify.annotations.Nullable;

/**
 * Stops whoever asks too often, and a token that no service would accept.
 *
 * <p>A request without a token goes on: the services decide what needs one, and check it themselves again.
 */
@ApplicationScoped
public class Admission implements Handler<RoutingContext> {

    private static final Logger LOG = Logger.getLogger(Admission.class);
    private final HttpAuthenticator authenticator;
    private final Vertx vertx;
    private final RateLimit anonymous;
    private final RateLimit callers;

    Admission(HttpAuthenticator authenticator, Settings settings, Vertx vertx) {
        this.authenticator = authenticator;
        this.vertx = vertx;
        anonymous = new RateLimit(settings.rates().anonymous());
        callers = new RateLimit(settings.rates().caller());
    }

    @Override
    public void handle(RoutingContext context) {
        if (!context.request().headers().contains("Authorization")) {
            if (anonymous.allows(context, RateLimit.address(context))) {
                context.next();
            }
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

    private void passed(RoutingContext context, @Nullable SecurityIdentity caller) {
        if (caller == null) {
            refuse(context, "Bearer", "Only bearer tokens are taken.");
        } else if (callers.allows(context, caller.getPrincipal().getName())) {
            context.next();
        }
    }

    private void failed(RoutingContext context, Throwable failure) {
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

    private void refuse(RoutingContext context, String challenge, String detail) {
        if (anonymous.allows(context, RateLimit.address(context))) {
            context.response().putHeader("WWW-Authenticate", challenge);
            Problems.answer(context, Problem.UNAUTHORIZED, detail);
        }
    }

    private static boolean isAboutTheToken(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof AuthenticationFailedException
                && (cause == null || cause instanceof InvalidJwtException);
    }
}
