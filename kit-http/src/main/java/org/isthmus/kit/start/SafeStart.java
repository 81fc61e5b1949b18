package org.isthmus.kit.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses to start in production with the token issuer of a developer's machine or with a secret that everyone knows. */
@ApplicationScoped
class SafeStart {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "::1", "[::1]");
    private static final int SHORTEST_SECRET = 16;

    private final String mode;
    private final Optional<String> issuer;
    private final Optional<String> secret;

    SafeStart(
            @ConfigProperty(name = "isthmus.mode") String mode,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "isthmus.cursor-secret") Optional<String> secret) {
        this.mode = mode;
        this.issuer = issuer;
        this.secret = secret;
    }

    void check(@Observes @Priority(0) StartupEvent event) {
        if (mode.equals("local") || LaunchMode.current() != LaunchMode.NORMAL) {
            return;
        }
        if (issuer.isEmpty()) {
            throw new IllegalStateException("OIDC_URL must name the token issuer");
        }
        issuer.map(url -> URI.create(url).getHost()).filter(LOOPBACK::contains).ifPresent(host -> {
            throw new IllegalStateException(
                    "OIDC_URL names a token issuer on this machine, which is for local use; set ISTHMUS_MODE=local or name the real one");
        });
        if (secret.filter(SafeStart::isKnown).isPresent()) {
            throw new IllegalStateException("CURSOR_SECRET must be a secret of at least 16 characters");
        }
    }

    private static boolean isKnown(String secret) {
        return secret.length() < SHORTEST_SECRET || secret.startsWith("local-");
    }
}
