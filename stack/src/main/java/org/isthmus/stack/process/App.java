package org.isthmus.stack.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.isthmus.stack.machine.Ports;
import org.isthmus.stack.token.TokenIssuer;

/** The four applications, and what each is told by its environment. */
public enum App {
    PROGRAMMING("programming-service", "the programming service"),
    FUNDING("funding-service", "the funding service"),
    PROJECTS("projects-service", "the projects service"),
    GATEWAY("gateway", "the gateway");

    private final String module;
    private final String title;

    App(String module, String title) {
        this.module = module;
        this.title = title;
    }

    public static App of(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String title() {
        return title;
    }

    public String module() {
        return module;
    }

    public int port(Ports ports) {
        return switch (this) {
            case PROGRAMMING -> ports.programming();
            case FUNDING -> ports.funding();
            case PROJECTS -> ports.projects();
            case GATEWAY -> ports.gateway();
        };
    }

    public boolean hasDatabase() {
        return this != GATEWAY;
    }

    /** Measured under the load of the system tests; the gateway only passes bytes on. */
    public List<String> memory() {
        return this == GATEWAY ? List.of("-Xms32m", "-Xmx128m") : List.of("-Xms64m", "-Xmx256m");
    }

    /** Those of the reference data. */
    private static final String YEARS_NOT_KEPT = "1990-2018";

    /** What the run that migrates the database is told: it alone knows the owner's password. */
    public Map<String, String> migration(Ports ports, UnaryOperator<String> secrets) {
        Map<String, String> environment = environment(ports, secrets);
        environment.put("QUARKUS_PROFILE", "migrate");
        environment.put("DB_OWNER", label() + "_owner");
        environment.put("DB_OWNER_PASSWORD", secrets.apply(label() + "_owner"));
        return environment;
    }

    public Map<String, String> environment(Ports ports, UnaryOperator<String> secrets) {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("ISTHMUS_MODE", "local");
        environment.put("PUBLIC_URL", "http://localhost:" + ports.gateway());
        environment.put("HTTP_HOST", "127.0.0.1");
        environment.put("HTTP_PORT", String.valueOf(port(ports)));
        environment.put("OIDC_URL", TokenIssuer.url(ports).toString());
        if (hasDatabase()) {
            environment.put("KAFKA_BOOTSTRAP", "127.0.0.1:" + ports.kafka());
            environment.put("DB_URL", "jdbc:postgresql://127.0.0.1:%d/%s".formatted(ports.postgres(), label()));
            environment.put("DB_USER", label());
            environment.put("DB_PASSWORD", secrets.apply(label()));
            environment.put("CURSOR_SECRET", secrets.apply("cursors"));
            environment.put("SEAL_KEY", secrets.apply("seals"));
            environment.put("YEARS_NOT_KEPT", YEARS_NOT_KEPT);
        } else {
            environment.put("PROGRAMMING_URL", "http://127.0.0.1:" + ports.programming());
            environment.put("FUNDING_URL", "http://127.0.0.1:" + ports.funding());
            environment.put("PROJECTS_URL", "http://127.0.0.1:" + ports.projects());
            environment.put("TOKEN_URL", TokenIssuer.url(ports) + "/token");
        }
        return environment;
    }
}
