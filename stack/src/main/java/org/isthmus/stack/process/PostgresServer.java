package org.isthmus.stack.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;
import org.isthmus.stack.machine.Ports;

/** A real PostgreSQL 18 with one database per service, each with an owner for migrations and a role for the application. */
public final class PostgresServer implements AutoCloseable {

    private final EmbeddedPostgres server;
    private final ProcessHandle postmaster;

    private PostgresServer(EmbeddedPostgres server, ProcessHandle postmaster) {
        this.server = server;
        this.postmaster = postmaster;
    }

    /** The binaries are unpacked into the work folder, once. */
    public static PostgresServer start(Path work, DataFolder data, Ports ports) {
        refuseRootWithoutNamespaces();
        Path log = data.log("postgres");
        Path cluster = data.folder("postgres");
        try {
            EmbeddedPostgres server = builder(work, cluster, log, ports).start();
            String number = Files.readAllLines(cluster.resolve("postmaster.pid"))
                    .getFirst()
                    .strip();
            ProcessHandle postmaster = ProcessHandle.of(Long.parseLong(number)).orElseThrow();
            PostgresServer started = new PostgresServer(server, postmaster);
            started.makeDatabases(data);
            return started;
        } catch (IOException | IllegalStateException | SQLException failure) {
            throw new CannotStart(
                    "PostgreSQL did not start (%s); its log is %s".formatted(failure.getMessage(), log), failure);
        }
    }

    /** What is answered is on disk; text sorts by code point everywhere, and knows upper and lower case beyond ASCII. */
    private static EmbeddedPostgres.Builder builder(Path work, Path cluster, Path log, Ports ports) {
        var output = ProcessBuilder.Redirect.appendTo(log.toFile());
        return EmbeddedPostgres.builder()
                .setOverrideWorkingDirectory(work.toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPort(ports.postgres())
                .setPGStartupWait(Duration.ofMinutes(1))
                .setOutputRedirector(output)
                .setErrorRedirector(output)
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("shared_buffers", "64MB");
    }

    private void makeDatabases(DataFolder data) throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (App app : App.values()) {
                if (app.hasDatabase() && !exists(statement, app.label())) {
                    for (String sql : sqlFor(app.label(), data)) {
                        statement.execute(sql);
                    }
                }
            }
        }
    }

    /** The database comes last: where it is, the roles are. */
    private static List<String> sqlFor(String name, DataFolder data) {
        return List.of(
                "drop role if exists %s_owner".formatted(name),
                "drop role if exists %s".formatted(name),
                "create role %1$s_owner login password '%2$s'".formatted(name, data.secret(name + "_owner")),
                "create role %s login password '%s'".formatted(name, data.secret(name)),
                "create database %1$s owner %1$s_owner".formatted(name));
    }

    private static boolean exists(Statement statement, String database) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from pg_database where datname = '%s'".formatted(database))) {
            return rows.next();
        }
    }

    /** PostgreSQL does not run as root; in a user namespace of its own it does, where the machine allows one. */
    private static void refuseRootWithoutNamespaces() {
        if (!System.getProperty("user.name").equals("root")
                || !System.getProperty("os.name").equals("Linux")) {
            return;
        }
        try {
            if (new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0) {
                return;
            }
        } catch (IOException missing) {
            // As good as refused.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        throw new CannotStart(
                "PostgreSQL does not run as root, and this machine does not allow 'unshare -U': start Isthmus as an ordinary user.");
    }

    public ProcessHandle handle() {
        return postmaster;
    }

    @Override
    public void close() {
        if (!postmaster.isAlive()) {
            return; // The library would ask it to stop, and tell at length that it can't.
        }
        try {
            server.close();
        } catch (IOException failure) {
            throw new CannotStart("PostgreSQL could not be stopped: %s".formatted(failure.getMessage()), failure);
        }
        if (postmaster.isAlive()) {
            postmaster.destroyForcibly();
        }
    }
}
