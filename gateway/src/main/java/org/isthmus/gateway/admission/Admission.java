package org.isthmus.gateway.admission;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.vertx.core.Context;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.isthmus.gateway.problem.Problem;
import org.isthmus.gateway.problem.Problems;
import org.isthmus.gateway.settings.Settings;
import org.isthmus.kit.token.TokenForm;
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
    private final TokenForm form;
    private final Vertx vertx;
    private final RateLimit anonymous;
    private final RateLimit callers;

    Admission(HttpAuthenticator authenticator, TokenForm form, Settings settings, Vertx vertx) {
        this.authenticator = authenticator;
        this.form = form;
        this.vertx = vertx;
        anonymous = new RateLimit(settings.rates().anonymous());
        callers = new RateLimit(settings.rates().caller());
    }

    @Override
    public void handle(RoutingContext context) {
        String authorization = context.request().getHeader("Authorization");
        if (authorization == null) {
            if (anonymous.allows(context, RateLimit.address(context))) {
                context.next();
            }
            return;
        }
        Optional<String> fault = form.fault(authorization);
        if (fault.isPresent()) {
            refuse(context, TokenForm.challenge(authorization), fault.get());
        } else {
            authenticate(context);
        }
    }

    private void authenticate(RoutingContext context) {
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
                    TokenForm.INVALID_TOKEN,
                    "It is expired, not issued for this platform, or not signed by its provider.");
        } else {
            LOG.warnf("No token can be checked: %s", failure);
            Problems.answer(context, Problem.TOKEN_CHECK_AWAY, "What needs no token can still be read without one.");
        }
    }

    private void refuse(RoutingContext context, String challenge, String fault) {
        if (anonymous.allows(context, RateLimit.address(context))) {
            context.response().putHeader("WWW-Authenticate", challenge);
            Problems.answer(
                    context, Problem.UNAUTHORIZED, "This token is not taken.", "Authorization", "token-invalid", fault);
        }
    }

    private static boolean isAboutTheToken(Throwable failure) {
        Throwable cause = failure.getCause();
        return failure instanceof AuthenticationFailedException
                && (cause == null || cause instanceof InvalidJwtException);
    }
}
