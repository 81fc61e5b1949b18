package org.isthmus.kit.start;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses to start with settings that leave a door open: in the mode {@code production} a token issuer on this machine or one that is reached without TLS,
 * in {@code production} and {@code demo} a secret that can be guessed.
 */
@ApplicationScoped
class SafeStart {

    private static final List<String> MODES = List.of("production", "demo", "local");
    private static final Pattern ADDRESS = Pattern.compile("(?i)(https?)://(?:[^/@]*@)?(\\[[^]]*]|[^:/?#]+).*");

    private static final int SHORTEST_SECRET = 16;
    private static final int FEWEST_CHARACTERS = 6;
    private static final Pattern GUESSED = Pattern.compile(
            "(?i).*(secret|passwor[dt]|change.?(me|it)|example|isthmus|local-|default|0123456|1234567|qwerty|letmein).*");

    private final String mode;
    private final Optional<String> issuer;
    private final Optional<String> cursorSecret;
    private final Optional<String> sealKey;
    private final Optional<String> databasePassword;

    SafeStart(
            @ConfigProperty(name = "isthmus.mode") String mode,
            @ConfigProperty(name = "quarkus.oidc.auth-server-url") Optional<String> issuer,
            @ConfigProperty(name = "isthmus.cursor-secret") Optional<String> cursorSecret,
            @ConfigProperty(name = "isthmus.seal-key") Optional<String> sealKey,
            @ConfigProperty(name = "quarkus.datasource.password") Optional<String> databasePassword) {
        this.mode = mode;
        this.issuer = issuer;
        this.cursorSecret = cursorSecret;
        this.sealKey = sealKey;
        this.databasePassword = databasePassword;
    }

    void check(@Observes @Priority(0) StartupEvent event) {
        if (LaunchMode.current() == LaunchMode.NORMAL) {
            refusal().ifPresent(sentence -> {
                throw new IllegalStateException(sentence);
            });
        }
    }

    /** Why the program does not start, if it does not. */
    Optional<String> refusal() {
        if (!MODES.contains(mode)) {
            return Optional.of("ISTHMUS_MODE is one of %s".formatted(String.join(", ", MODES)));
        }
        if (mode.equals("local")) {
            return Optional.empty();
        }
        return refusalOfIssuer()
                .or(() -> refusalOf("CURSOR_SECRET", cursorSecret))
                .or(() -> refusalOf("SEAL_KEY", sealKey))
                .or(() -> refusalOf("DB_PASSWORD", databasePassword))
                .or(() -> areOne(cursorSecret, databasePassword)
                                || areOne(cursorSecret, sealKey)
                                || areOne(sealKey, databasePassword)
                        ? Optional.of("CURSOR_SECRET, SEAL_KEY and DB_PASSWORD must be three secrets")
                        : Optional.empty());
    }

    private static boolean areOne(Optional<String> secret, Optional<String> other) {
        return secret.isPresent() && secret.equals(other);
    }

    private Optional<String> refusalOfIssuer() {
        Matcher address = ADDRESS.matcher(issuer.orElse(""));
        if (!address.matches()) {
            return Optional.of("OIDC_URL must name the token issuer, such as https://login.example.org/realms/isthmus");
        }
        if (isOnThisMachine(address.group(2))) {
            return Optional.of(
                    "OIDC_URL names a token issuer on this machine, which is for local use; set ISTHMUS_MODE=local or name the real one");
        }
        return mode.equals("production") && !address.group(1).equalsIgnoreCase("https")
                ? Optional.of("OIDC_URL must begin with https: who can change what the issuer answers can make tokens")
                : Optional.empty();
    }

    /** In whatever spelling: a name that leads here, 127.1, 0x7f.0.0.1, 2130706433, [::ffff:127.0.0.1], 0.0.0.0. */
    private static boolean isOnThisMachine(String host) {
        String name = host.toLowerCase(Locale.ROOT).replaceAll("\\.$", "");
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return true;
        }
        try {
            return Arrays.stream(InetAddress.getAllByName(NumericAddress.plain(name)))
                    .anyMatch(address -> address.isLoopbackAddress() || address.isAnyLocalAddress());
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    private static Optional<String> refusalOf(String name, Optional<String> secret) {
        return secret.filter(SafeStart::isWeak)
                .map(weak ->
                        "%s must be a secret of at least %d characters that nobody guesses: deploy/new-env makes some"
                                .formatted(name, SHORTEST_SECRET));
    }

    private static boolean isWeak(String secret) {
        return secret.length() < SHORTEST_SECRET
                || secret.chars().distinct().count() < FEWEST_CHARACTERS
                || GUESSED.matcher(secret).matches();
    }
}
