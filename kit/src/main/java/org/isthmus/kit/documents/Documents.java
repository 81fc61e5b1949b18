package org.isthmus.kit.documents;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.isthmus.kit.http.ETags;
import org.isthmus.kit.lists.Asked;
import org.isthmus.kit.lists.Parameters;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.security.Caller;
import org.jspecify.annotations.Nullable;

/**
 * The ready-made representations of aggregates: every version, none ever changed.
 *
 * <p>A room's table has {@code id, version, reference, recorded_at, superseded_at, body} and the columns that its
 * {@link Listing} filters and sorts by. Reading one is one index lookup; a past date finds the version that stood then.
 */
@ApplicationScoped
public class Documents {

    private final AgroalDataSource database;
    private final ObjectMapper json;
    private final Clock clock;
    private final UriInfo uri;
    private final HttpHeaders headers;
    private final Caller caller;
    private final ZoneId zone;

    Documents(
            AgroalDataSource database,
            ObjectMapper json,
            Clock clock,
            UriInfo uri,
            HttpHeaders headers,
            Caller caller,
            @ConfigProperty(name = "isthmus.zone") ZoneId zone) {
        this.database = database;
        this.json = json;
        this.clock = clock;
        this.uri = uri;
        this.headers = headers;
        this.caller = caller;
        this.zone = zone;
    }

    /** A new version of a representation, with the columns that lists filter and sort by. */
    public record Version(UUID id, int number, Object view, Map<String, ? extends @Nullable Object> columns) {}

    /**
     * Stores the representation of a new version, in the transaction that made it; the one before is superseded.
     *
     * @return false where the version is there already and says the same: the write changed nothing
     */
    @Transactional(MANDATORY)
    public boolean put(
            String table, UUID id, int version, Object view, Map<String, ? extends @Nullable Object> columns) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Version given = new Version(id, version, view, columns);
        try (Connection connection = database.getConnection()) {
            if (version > 1) {
                execute(
                        connection,
                        new Sql()
                                .add("update " + table + " set superseded_at = ?", now)
                                .add(" where id = ? and superseded_at is null", id)
                                .add(" and version <> ?", version));
            }
            Sql insert = insert(table, List.of(given), now).add(" on conflict (id, version) do nothing");
            boolean isNew = execute(connection, insert) == 1;
            if (!isNew) {
                refuseOther(connection, table, given);
            }
            return isNew;
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private void refuseOther(Connection connection, String table, Version given) throws SQLException {
        Sql select = new Sql()
                .add("select body from " + table + " where id = ?", given.id())
                .add(" and version = ?", given.number());
        try (PreparedStatement statement = select.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            row.next();
            // as trees: a text that comes back from the database may name its languages in another order
            if (!json.readTree(row.getString(1)).equals(json.readTree(write(given.view())))) {
                throw new IllegalStateException(
                        "version %d of %s in %s says something else".formatted(given.number(), given.id(), table));
            }
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a stored representation is not JSON", e);
        }
    }

    /** Stores many new versions in two round trips at most; all have the same columns. */
    @Transactional(MANDATORY)
    public void putAll(String table, List<Version> versions) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        // a first version has none before it
        List<UUID> superseded = versions.stream()
                .filter(version -> version.number() > 1)
                .map(Version::id)
                .toList();
        try (Connection connection = database.getConnection()) {
            if (!superseded.isEmpty()) {
                execute(
                        connection,
                        new Sql()
                                .add("update " + table + " set superseded_at = ?", now)
                                .add(" where id = any (?) and superseded_at is null", superseded));
            }
            execute(connection, insert(table, versions, now));
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private Sql insert(String table, List<Version> versions, Instant now) {
        Sql insert = new Sql().add("insert into " + table + " (id, version, recorded_at, body");
        versions.getFirst().columns().keySet().forEach(column -> insert.add(", " + column));
        String separator = ") values (";
        for (Version version : versions) {
            insert.add(separator + "?", version.id())
                    .add(", ?", version.number())
                    .add(", ?", now)
                    .add(", ?", write(version.view()));
            version.columns().values().forEach(value -> insert.add(placeholder(value), value));
            separator = "), (";
        }
        return insert.add(")");
    }

    /** Ends the present version without a new one: it leaves the present lists, its past stays readable. */
    @Transactional(MANDATORY)
    public void retire(String table, UUID id) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Sql supersede = new Sql()
                .add("update " + table + " set superseded_at = ?", now)
                .add(" where id = ? and superseded_at is null", id);
        try (Connection connection = database.getConnection()) {
            execute(connection, supersede);
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    /** The answer to a GET of one: its present version, or with {@code ?asOf=} the one that stood then. */
    public Response answer(String table, UUID id, Scope scope) {
        return answer(table, "0", id, scope);
    }

    /** The same where a column counts the versions of the copies of others' things that are shown with it. */
    public Response answer(String table, String copies, UUID id, Scope scope) {
        Instant asOf = asOf();
        Sql select = new Sql()
                .add("select version, %s, recorded_at, body from %s where id = ? and ".formatted(copies, table), id);
        Conditions.at(select, asOf);
        select.add(" and ").add(scope);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = select.prepare(connection);
                ResultSet row = statement.executeQuery()) {
            if (!row.next()) {
                throw Refusal.notFound(
                        "not-found", "There is no %s here%s".formatted(id, asOf == null ? "" : " at that date"));
            }
            return answer(
                    ETags.of(row.getInt(1), row.getInt(2)), row.getTimestamp(3).toInstant(), row.getString(4));
        } catch (SQLException e) {
            throw Sql.failed(e);
        }
    }

    private Response answer(String etag, Instant recordedAt, String body) {
        String seen = headers.getHeaderString(HttpHeaders.IF_NONE_MATCH);
        boolean isKnown = seen != null && (seen.equals("*") || seen.contains(etag));
        Response.ResponseBuilder response =
                isKnown ? Response.notModified() : Response.ok(body, MediaType.APPLICATION_JSON_TYPE);
        return response.header(HttpHeaders.ETAG, etag)
                .lastModified(Date.from(recordedAt))
                .header(HttpHeaders.CACHE_CONTROL, caller.isAnonymous() ? "no-cache" : "private, no-cache")
                .header(HttpHeaders.VARY, "Accept, Authorization")
                .build();
    }

    private @Nullable Instant asOf() {
        Asked asked = Parameters.ofThePast().read(uri.getQueryParameters());
        Instant asOf = Past.recorded(asked, clock, zone).recordedBy();
        asked.refuseIfFaulty();
        return asOf;
    }

    private static String placeholder(@Nullable Object value) {
        return value instanceof SearchText ? ", to_tsvector('simple', ?)" : ", ?";
    }

    private static int execute(Connection connection, Sql sql) throws SQLException {
        try (PreparedStatement statement = sql.prepare(connection)) {
            return statement.executeUpdate();
        }
    }

    private String write(Object view) {
        try {
            return json.writeValueAsString(view);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write a representation", e);
        }
    }
}
