package org.isthmus.kit.writes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.isthmus.kit.rules.Refusal;
import org.isthmus.kit.security.Caller;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Answers given, by caller and key, stored in the transaction of the effect, so that a repeated request changes nothing. */
@ApplicationScoped
class IdempotencyKeys {

    private final EntityManager entityManager;
    private final ObjectMapper json;
    private final Caller caller;
    private final Clock clock;

    IdempotencyKeys(EntityManager entityManager, ObjectMapper json, Caller caller, Clock clock) {
        this.entityManager = entityManager;
        this.json = json;
        this.caller = caller;
        this.clock = clock;
    }

    /** The answer that the key already got; empty when the request is new, and then nobody else can use the key meanwhile. */
    Optional<Object> claim(String key, String fingerprint) {
        Tuple row = (Tuple) entityManager
                .createNativeQuery("""
                        select pg_try_advisory_xact_lock(hashtextextended(:caller || ' ' || :key, 0)) as claimed,
                               k.fingerprint, k.status, k.location, k.etag, k.answer
                        from (select 1) one left join idempotency_key k on k.caller = :caller and k.key = :key
                        """, Tuple.class)
                .setParameter("caller", caller.name())
                .setParameter("key", key)
                .getSingleResult();
        String known = row.get("fingerprint", String.class);
        if (known == null && !row.get("claimed", Boolean.class)) {
            throw Refusal.conflict("idempotency-key-in-use", "A request with this Idempotency-Key is still running");
        }
        if (known != null && !known.equals(fingerprint)) {
            throw new Refusal(
                    Refusal.Kind.KEY_REUSED,
                    "idempotency-key-reused",
                    "This Idempotency-Key came before with another request; use a new key for a new request",
                    List.of());
        }
        return known == null ? Optional.empty() : Optional.of(replay(row));
    }

    void store(String key, String fingerprint, Object answer) {
        RestResponse<?> response = answer instanceof RestResponse<?> given ? given : null;
        Object body = response == null ? answer : response.getEntity();
        entityManager
                .createNativeQuery("""
                        insert into idempotency_key (caller, key, fingerprint, status, location, etag, answer, created_at)
                        values (:caller, :key, :fingerprint, :status, :location, :etag, :answer, :at)
                        """)
                .setParameter("caller", caller.name())
                .setParameter("key", key)
                .setParameter("fingerprint", fingerprint)
                .setParameter("status", response == null ? 200 : response.getStatus())
                .setParameter("location", header(response, HttpHeaders.LOCATION))
                .setParameter("etag", header(response, HttpHeaders.ETAG))
                .setParameter("answer", write(body))
                .setParameter("at", clock.instant())
                .executeUpdate();
    }

    private RestResponse<JsonNode> replay(Tuple row) {
        String location = row.get("location", String.class);
        String etag = row.get("etag", String.class);
        var response = RestResponse.ResponseBuilder.<JsonNode>create(row.get("status", Integer.class))
                .entity(read(row.get("answer", String.class)))
                .header("Idempotency-Replayed", "true");
        if (!location.isEmpty()) {
            response.location(URI.create(location));
        }
        if (!etag.isEmpty()) {
            response.header(HttpHeaders.ETAG, etag);
        }
        return response.build();
    }

    private static String header(@Nullable RestResponse<?> response, String name) {
        Object value = response == null ? null : response.getHeaders().getFirst(name);
        return value == null ? "" : value.toString();
    }

    private String write(@Nullable Object body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot write an answer", e);
        }
    }

    private JsonNode read(String body) {
        try {
            return json.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("cannot read a stored answer", e);
        }
    }
}
