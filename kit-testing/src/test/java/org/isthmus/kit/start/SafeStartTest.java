package org.isthmus.kit.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeStartTest {

    private static final String ISSUER = "https://login.europa.eu/realms/funds";
    private static final String CURSORS = "Zq8vT1nWm4xLc2Rb";
    private static final String DATABASE = "p7KdY3sGh9uJe5Xa";
    private static final String SEALS = "hT5kWq9ZbN2xRf7LcV8mJd3G";

    @Test
    void aRealIssuerAndTwoSecretsDo() {
        assertThat(refusal("production", ISSUER, CURSORS, DATABASE)).isEmpty();
        assertThat(refusal("demo", "http://keycloak.invalid:8080/realms/demo", CURSORS, DATABASE))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "LOCALHOST",
                "localhost.",
                "tokens.localhost",
                "127.0.0.1",
                "127.0.0.1.",
                "127.1",
                "127.0.1",
                "0x7f.1",
                "0x7F000001",
                "2130706433",
                "017700000001",
                "0177.0.0.01",
                "127.255.0.9",
                "0.0.0.0",
                "0",
                "[::1]",
                "[0:0:0:0:0:0:0:1]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::]",
                "user:word@127.0.0.1"
            })
    void anIssuerOnThisMachineIsRefusedInEverySpelling(String host) {
        for (String mode : new String[] {"production", "demo"}) {
            assertThat(refusal(mode, "https://%s:8084/isthmus".formatted(host), CURSORS, DATABASE))
                    .as(host)
                    .hasValueSatisfying(sentence -> assertThat(sentence).contains("on this machine"));
        }
        assertThat(refusal("local", "http://%s:8084/isthmus".formatted(host), "weak", "weak"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://login.europa.eu/realms/funds", "HTTP://login.europa.eu"})
    void inProductionAnIssuerIsReachedByTlsAlone(String issuer) {
        assertThat(refusal("production", issuer, CURSORS, DATABASE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("https"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "login.europa.eu", "ftp://login.europa.eu"})
    void withoutAnIssuerNothingStarts(String issuer) {
        assertThat(refusal("demo", issuer, CURSORS, DATABASE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("OIDC_URL must name"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Zq8vT1nWm4xLc2R",
                "aaaaaaaaaaaaaaaaaaaaaaaa",
                "abababababababababababab",
                "change-me-change-me",
                "ChangeMe-Zq8vT1nWm4xLc2Rb",
                "my-very-secret-word",
                "Password-Zq8vT1nWm4xLc2Rb",
                "isthmus-production-2026",
                "local-Zq8vT1nWm4xLc2Rb",
                "0123456789abcdef"
            })
    void aSecretThatCanBeGuessedIsRefused(String weak) {
        assertThat(refusal("production", ISSUER, weak, DATABASE))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("CURSOR_SECRET"));
        assertThat(refusal("demo", ISSUER, CURSORS, weak))
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("DB_PASSWORD"));
    }

    @Test
    void oneSecretForTwoThingsIsRefused() {
        assertThat(refusal("production", ISSUER, CURSORS, CURSORS))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("three secrets"));
        assertThat(refusal("production", ISSUER, SEALS, DATABASE)).isPresent();
        assertThat(refusal("production", ISSUER, CURSORS, SEALS)).isPresent();
        assertThat(new SafeStart(
                                "production",
                                Optional.of(ISSUER),
                                Optional.of(CURSORS),
                                Optional.of("change-me-change-me"),
                                Optional.of(DATABASE))
                        .refusal())
                .hasValueSatisfying(sentence -> assertThat(sentence).startsWith("SEAL_KEY"));
    }

    @Test
    void anUnknownModeIsRefusedAndDoesNotCountAsALaxOne() {
        assertThat(refusal("prod", ISSUER, CURSORS, DATABASE))
                .hasValueSatisfying(sentence -> assertThat(sentence).contains("production, demo, local"));
        assertThat(refusal("Local", ISSUER, CURSORS, DATABASE)).isPresent();
    }

    @Test
    void theGatewayHasNoSecrets() {
        assertThat(new SafeStart(
                                "production", Optional.of(ISSUER), Optional.empty(), Optional.empty(), Optional.empty())
                        .refusal())
                .isEmpty();
    }

    private static Optional<String> refusal(String mode, String issuer, String cursors, String database) {
        return new SafeStart(mode, Optional.of(issuer), Optional.of(cursors), Optional.of(SEALS), Optional.of(database))
                .refusal();
    }
}
