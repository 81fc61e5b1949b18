package org.isthmus.kit.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.arc.ClientProxy;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.isthmus.kit.http.Json;
import org.isthmus.kit.http.ReadBodies;
import org.isthmus.kit.values.Uuids;

/** Takes the representation of a thing, as reading gave it, for the body that changes it. */
@ApplicationScoped
class RepeatedReads implements ReadBodies {

    private final Store store;
    private final ObjectMapper json;
    private final UriInfo uri;

    RepeatedReads(Store store, ObjectMapper json, UriInfo uri, Instance<PanacheRepositoryBase<?, ?>> rooms) {
        this.store = store;
        this.json = json;
        this.uri = uri;
        rooms.forEach(ClientProxy::unwrap); // a room says what it holds when it is first asked
    }

    @Override
    public Optional<Meant> meant(Class<?> type, Sent sent) throws IOException {
        String id = uri.getPathParameters().getFirst("id");
        Aggregates<?, ?> things = id == null ? null : store.writtenAt(listOf(id));
        if (things == null || type.equals(String.class) || !(sent.read() instanceof ObjectNode body)) {
            return Optional.empty();
        }
        Shapes shapes = Shapes.of(json, json.constructType(type), json.constructType(things.representation()));
        return shapes.areRepeatedBy(body)
                ? Optional.of(QuarkusTransaction.requiringNew()
                        .call(() -> meant(body, things.asRead(Uuids.read(id)), shapes)))
                : Optional.empty();
    }

    /** The path of the list, where the request is for one of it. */
    private String listOf(String id) {
        String path = uri.getPath().replaceAll("^/|/$", "");
        return path.endsWith("/" + id) ? "/" + path.substring(0, path.length() - id.length() - 1) : "";
    }

    /** What copies add to the representation is not ours to judge. */
    private Meant meant(ObjectNode body, Aggregates.AsRead read, Shapes shapes) {
        ObjectNode shown = (ObjectNode) Json.read(json, read.shown());
        JsonNode own = Json.read(json, read.own());
        ObjectNode ours = body.deepCopy();
        shown.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !own.has(name))
                .forEach(ours::remove);
        Repetition repetition = new Repetition();
        ObjectNode meant = repetition.meant(ours, shown, json.valueToTree(read.written()), shapes);
        // who names no version may have read another one: that is told first
        return new Meant(meant, store.preconditions().isVersionNamed() ? repetition.faults() : List.of());
    }
}
