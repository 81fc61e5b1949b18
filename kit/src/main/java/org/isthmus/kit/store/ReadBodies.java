package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.isthmus.kit.http.FaultCollector;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.StrictBodies;
import org.isthmus.kit.lists.Past;
import org.isthmus.kit.lists.ViewTable;
import org.isthmus.kit.lists.ViewTables;
import org.isthmus.kit.query.Query;
import org.jspecify.annotations.Nullable;

/** Lets every PUT of a thing take what its GET answered; see {@link ReadShape}. */
@Provider
@Priority(Priorities.USER + 100)
class ReadBodies implements ReaderInterceptor {

    private static final Pattern ONE = Pattern.compile("(/v1/[a-z-]+)/([0-9a-fA-F-]{36})");

    private final ObjectMapper json;
    private final Store store;
    private final jakarta.ws.rs.core.Request request;

    ReadBodies(ObjectMapper json, Store store, jakarta.ws.rs.core.Request request) {
        this.json = json;
        this.store = store;
        this.request = request;
    }

    @Override
    @Nullable
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        Matcher one = ONE.matcher(store.uri().getPath());
        if (request.getMethod().equals(HttpMethod.PUT) && one.matches()) {
            byte[] body = context.getInputStream().readAllBytes();
            ViewTable<?> table = ViewTables.at(one.group(1)).orElse(null);
            byte[] taken = table == null ? body : taken(body, table, UUID.fromString(one.group(2)), context.getType());
            context.setProperty(StrictBodies.TAKEN, taken);
            context.setInputStream(new ByteArrayInputStream(taken));
        }
        return context.proceed();
    }

    private byte[] taken(byte[] body, ViewTable<?> table, UUID id, Class<?> type) throws IOException {
        Views.Stored shown = store.views().find(table, id, Past.PRESENT).orElse(null);
        JsonNode sent = tree(body);
        if (shown == null || !(sent instanceof ObjectNode object)) {
            return body;
        }
        JsonNode answered = Json.read(json, shown.body());
        ReadShape shape = new ReadShape(json, copies(table, id, answered));
        shape.strip(object, List.of(answered), json.constructType(type));
        shape.faults().forEach(FaultCollector::note);
        return json.writeValueAsBytes(object);
    }

    /** What is no JSON is told by who reads it. */
    private @Nullable JsonNode tree(byte[] body) {
        try {
            return json.readTree(body);
        } catch (IOException e) {
            return null;
        }
    }

    /** What the stored body lacks is a copy of what another service owns. */
    private Set<String> copies(ViewTable<?> table, UUID id, JsonNode answered) {
        JsonNode own = Query.of("select body from %s where id = ?".formatted(table.relation()), id)
                .first(store.database(), row -> Json.read(json, row.text("body")))
                .orElse(answered);
        return answered.propertyStream()
                .map(java.util.Map.Entry::getKey)
                .filter(name -> !own.has(name))
                .collect(Collectors.toSet());
    }
}
