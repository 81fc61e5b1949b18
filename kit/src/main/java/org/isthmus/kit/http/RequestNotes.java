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
import java.util.Locale;
import java.util.Set;
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
    private static final int LONGEST = 20_000;
    private static final String PREFIX = RequestNotes.class.getName();

    private final CurrentVertxRequest current;
    private final ObjectMapper json;

    RequestNotes(CurrentVertxRequest current, ObjectMapper json) {
        this.current = current;
        this.json = json;
    }

    /** The body as it came. */
    void body(byte[] body) {
        put("body", body);
    }

    /** Which operation of the document it is. */
    public void operation(String operationId) {
        put("operation", operationId);
    }

    /** What a thing looked like before it was changed; a later word on the same thing does not count. */
    public void before(Object id, Object representation) {
        if (get("before " + id) == null) {
            put("before " + id, representation);
        }
    }

    public String operation() {
        return get("operation") instanceof String operation ? operation : "";
    }

    /** As JSON; empty where it was not there, or did not change. */
    public String before(@Nullable String id) {
        Object representation = get("before " + id);
        return representation == null ? "" : Json.write(json, representation);
    }

    /** The body as JSON, without what is not for the log; empty where there was none. */
    public String asked() {
        if (!(get("body") instanceof byte[] body) || body.length == 0) {
            return "";
        }
        if (body.length > LONGEST) {
            return Json.write(json, json.createObjectNode().put("bytes", body.length));
        }
        try {
            return redacted(json.readTree(body)).toString();
        } catch (JsonProcessingException e) {
            return Json.write(json, TextNode.valueOf(printable(new String(body, StandardCharsets.UTF_8))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
