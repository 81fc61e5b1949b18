package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.isthmus.kit.query.Query;
import org.isthmus.kit.rules.Fault;
import org.isthmus.kit.values.Delegated;
import org.jspecify.annotations.Nullable;

/** What was noted of the request being handled, for who writes down what came of it. Outside of a request nothing is. */
@ApplicationScoped
public class RequestNotes {

    /** Members whose values are not written down: they open accounts, or name and reach persons. */
    private static final Set<String> REDACTED = Set.of(
            "password",
            "secret",
            "token",
            "iban",
            "bic",
            "accountnumber",
            "person",
            "contact",
            "email",
            "phone",
            "address");

    private static final String WITHHELD = "[withheld]";
    /** Of a body that is written down. */
    public static final int LONGEST = 20_000;

    private static final String PREFIX = RequestNotes.class.getName();

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    RequestNotes(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** The body as it came. */
    public void body(byte[] body) {
        put("body", body);
    }

    public boolean hasBody() {
        return get("body") != null;
    }

    /** Which operation of the document it is. */
    public void operation(String operationId) {
        put("operation", operationId);
    }

    /**
     * How to read what a thing looked like before it was changed; a later word on the same thing does not count.
     *
     * @param representation a scalar expression that still finds it after the change
     */
    public void before(Object id, Query representation) {
        if (get("before " + id) == null) {
            put("before " + id, representation);
        }
    }

    /** Other things than the one that it is about, on which it is a step too. */
    public void concerned(Collection<UUID> things) {
        add("concerned", things);
    }

    public Set<UUID> concerned() {
        return things("concerned");
    }

    /** The things whose money or decision it rests on. */
    public void drawnOn(Collection<UUID> things) {
        add("drawn on", things);
    }

    public Set<UUID> drawnOn() {
        return things("drawn on");
    }

    /** The caller does it as somebody's deputy. */
    public void delegated(Delegated given) {
        put("delegated", given);
    }

    public Optional<Delegated> delegated() {
        return get("delegated") instanceof Delegated given ? Optional.of(given) : Optional.empty();
    }

    private void add(String key, Collection<UUID> things) {
        Set<UUID> all = new LinkedHashSet<>(things(key));
        all.addAll(things);
        put(key, all);
    }

    @SuppressWarnings("unchecked") // of our own making
    private Set<UUID> things(String key) {
        return get(key) instanceof Set<?> noted ? (Set<UUID>) noted : Set.of();
    }

    /** What is wrong with the address or the headers of a write: told with all that is wrong with its body. */
    public void faults(List<Fault> found) {
        List<Fault> all = new ArrayList<>(faults());
        all.addAll(found);
        put("faults", all);
    }

    @SuppressWarnings("unchecked") // of our own making
    public List<Fault> faults() {
        return get("faults") instanceof List<?> noted ? (List<Fault>) noted : List.of();
    }

    /** What a write lacks that would be told last, after all that is wrong with it. */
    void missing(Fault fault) {
        put("missing", fault);
    }

    Optional<Fault> missing() {
        return get("missing") instanceof Fault fault ? Optional.of(fault) : Optional.empty();
    }

    /** The conditions in its headers were held against the version that is there. */
    void judged() {
        put("judged", true);
    }

    boolean isJudged() {
        return get("judged") != null;
    }

    public String operation() {
        return get("operation") instanceof String operation ? operation : "";
    }

    /** A scalar expression: the thing as JSON, empty where it was not there. */
    public Query before(@Nullable String id) {
        return get("before " + id) instanceof Query representation ? representation : Query.of("''");
    }

    /** The body as a JSON object, without what is not for the log; empty where there was none. */
    public String asked() {
        if (!(get("body") instanceof byte[] body) || body.length == 0) {
            return "";
        }
        if (body.length > LONGEST) {
            return Json.write(json, json.createObjectNode().put("bytes", body.length));
        }
        try {
            JsonNode asked = redacted(json.readTree(body));
            return asked.isObject() ? asked.toString() : unreadable(body);
        } catch (JsonProcessingException e) {
            return unreadable(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String unreadable(byte[] body) {
        return Json.write(
                json, json.createObjectNode().put("unreadable", printable(new String(body, StandardCharsets.UTF_8))));
    }

    private static JsonNode redacted(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().stream()
                    .filter(member -> REDACTED.contains(member.getKey().toLowerCase(Locale.ROOT)))
                    .forEach(member -> member.setValue(TextNode.valueOf(WITHHELD)));
        }
        node.forEach(RequestNotes::redacted);
        return node;
    }

    /** PostgreSQL keeps no NUL. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }

    private void put(String key, Object value) {
        RoutingContext request = request();
        if (request != null) {
            request.put(PREFIX + key, value);
        }
    }

    private @Nullable Object get(String key) {
        RoutingContext request = request();
        return request == null ? null : request.get(PREFIX + key);
    }

    private @Nullable RoutingContext request() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }
}
