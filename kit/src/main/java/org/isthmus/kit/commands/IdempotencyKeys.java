package org.isthmus.kit.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.isthmus.kit.access.Caller;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.query.Locks;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.query.Row;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.rules.Refusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers given, by caller and key, stored in the transaction of the effect, so that a repeated request changes nothing. */
@ApplicationScoped
class IdempotencyKeys {

    private final DataSource database;
    private final ObjectMapper json;
    private final Caller caller;
    private final CurrentRequest request;
    private final ReadableThings things;
    private final Clock clock;

    IdempotencyKeys(
            DataSource database,
            ObjectMapper json,
            Caller caller,
            CurrentRequest request,
            ReadableThings things,
            Clock clock) {
        this.request = request;
        this.things = things;
        this.database = database;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    private record Known(boolean claimed, @Nullable Given given) {

        static Known of(Row row) {
            return new Known(row.flag("claimed"), row.findText("fingerprint") == null ? null : Given.of(row));
        }
    }

    private record Given(
            String fingerprint,
            int status,
            String location,
            String etag,
            String answer,
            List<String> roles,
            String organisation) {

        static Given of(Row row) {
            return new Given(
                    row.text("fingerprint"),
                    row.integer("status"),
                    row.text("location"),
                    row.text("etag"),
                    row.text("answer"),
                    row.texts("roles"),
                    row.text("organisation"));
        }
    }

    /** The answer that the key already got; empty when the request is new, and then nobody else can use the key meanwhile. */
    Optional<Object> claim(String key, String fingerprint) {
        Known known = Query.of("""
                        select pg_try_advisory_xact_lock(%s) as claimed, k.fingerprint, k.status, k.location, k.etag, k.answer, k.roles, k.organisation
                        from (select 1) one left join idempotency_key k on k.caller = ? and k.key = ?
                        """.formatted(Locks.KEY), caller.name() + ' ' + key, caller.name(), key)
                .only(database, Known::of);
        Given given = known.given();
        if (given == null && !known.claimed()) {
            throw Refusal.conflict("idempotency-key-in-use", "A request with this Idempotency-Key is still running");
        }
        if (given != null) {
            requireShown(given);
        }
        if (given != null && !given.fingerprint().equals(fingerprint)) {
            throw new Refusal(
                    Refusal.Kind.KEY_REUSED,
                    "idempotency-key-reused",
                    "This Idempotency-Key came before with another request; use a new key for a new request",
                    List.of(Fault.in(
                            "Idempotency-Key", "idempotency-key-reused", "It came before with another request.")));
        }
        return given == null ? Optional.empty() : Optional.of(replay(given));
    }

    /** Access first: an answer goes only to who may still see what it showed to whom it was given. */
    private void requireShown(Given given) {
        if (!caller.roles().containsAll(given.roles())
                || !caller.organisation().orElse("").equals(given.organisation())) {
            throw Refusal.forbidden(
                    "answer-withheld",
                    "This was done before, and its answer was for other roles or another organisation than this token has");
        }
        things.requireShown(request.path());
        if (!given.location().isEmpty()) {
            things.requireShown(URI.create(given.location()).getPath());
        }
    }

    void store(String key, String fingerprint, Object answer) {
        RestResponse<?> response = answer instanceof RestResponse<?> given ? given : null;
        Object body = response == null ? answer : response.getEntity();
        Query.of(
                        """
                        insert into idempotency_key (caller, key, fingerprint, status, location, etag, answer, roles, organisation, created_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """,
                        caller.name(),
                        key,
                        fingerprint,
                        response == null ? 200 : response.getStatus(),
                        header(response, HttpHeaders.LOCATION),
                        header(response, HttpHeaders.ETAG),
                        Json.write(json, body),
                        List.copyOf(caller.roles()),
                        caller.organisation().orElse(""),
                        clock.instant())
                .execute(database);
    }

    private RestResponse<JsonNode> replay(Given given) {
        var response = RestResponse.ResponseBuilder.<JsonNode>create(given.status())
                .entity(Json.read(json, given.answer()))
                .header("Idempotency-Replayed", "true");
        if (!given.location().isEmpty()) {
            response.location(URI.create(given.location()));
        }
        if (!given.etag().isEmpty()) {
            response.header(HttpHeaders.ETAG, given.etag());
        }
        return response.build();
    }

    private static String header(@Nullable RestResponse<?> response, String name) {
        Object value = response == null ? null : response.getHeaders().getFirst(name);
        return value == null ? "" : value.toString();
    }
}
