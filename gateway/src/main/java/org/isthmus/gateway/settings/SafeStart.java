package org.isthmus.gateway.settings;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in production with the token issuer of a developer's machine, which gives tokens to anybody. */
@ApplicationScoped
class SafeStart {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1", "[::1]");

    private final String mode;
    private final URI issuer;

    SafeStart(
            @ConfigProperty(name = "isthmus.mode") String mode,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") URI issuer) {
        this.mode = mode;
        this.issuer = issuer;
    }

    void check(@Observes StartupEvent event) {
        if (!mode.equals("local") && LaunchMode.current() == LaunchMode.NORMAL && LOOPBACK.contains(issuer.getHost())) {
            throw new IllegalStateException(
                    "OIDC_URL names a token issuer on this machine, which is for local use; set ISTHMUS_MODE=local or name the real one");
        }
    }
}
