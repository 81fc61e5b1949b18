package org.isthmus.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL for a module's tests, started once, with the same two roles that a service has in production. */
public class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable EmbeddedPostgres postgres;

    @Override
    public Map<String, String> start() {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("fsync", "off")
                    .setServerConfig("max_connections", "120")
                    .start();
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("create role service_owner login password 'owner'");
                statement.execute("create role service login password 'service'");
                statement.execute("create database service owner service_owner");
            }
            String url = "jdbc:postgresql://localhost:%d/service".formatted(postgres.getPort());
            return Map.ofEntries(
                    Map.entry("DB_URL", url),
                    Map.entry("quarkus.datasource.jdbc.url", "jdbc:counted:" + url.substring("jdbc:".length())),
                    Map.entry("DB_USER", "service"),
                    Map.entry("DB_PASSWORD", "service"),
                    Map.entry("DB_OWNER", "service_owner"),
                    Map.entry("DB_OWNER_PASSWORD", "owner"),
                    Map.entry("CURSOR_SECRET", "a-secret-for-tests-only"),
                    Map.entry("SEAL_KEY", "another-secret-for-tests-only"),
                    Map.entry("KAFKA_BOOTSTRAP", "localhost:1"),
                    Map.entry("quarkus.oidc.token.issuer", Tokens.ISSUER),
                    Map.entry("quarkus.oidc.public-key", TestKeys.publicKey()));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        } catch (SQLException e) {
            throw new IllegalStateException("cannot set up the test database", e);
        }
    }

    @Override
    public void stop() {
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL does not stop", e);
            }
        }
    }
}
