package org.isthmus.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.isthmus.kit.rules.Fault;

/**
 * Changes some of a content (RFC 7396): what a patch leaves out stays, null removes, lists are replaced as a whole. What
 * comes of it is read as strictly as the whole would be.
 */
@ApplicationScoped
public class MergePatch {

    public static final String TYPE = "application/merge-patch+json";

    private final ObjectMapper json;
    private final BodyBounds bounds;
    private final StrictReading reading;

    MergePatch(ObjectMapper json, BodyBounds bounds, StrictReading reading) {
        this.json = json;
        this.bounds = bounds;
        this.reading = reading;
    }

    public <T> T apply(T content, String patch) {
        try {
            bounds.check(content.getClass(), patch.getBytes(StandardCharsets.UTF_8));
            ObjectNode merged = json.valueToTree(content);
            merge(merged, changes(patch));
            @SuppressWarnings("unchecked")
            T changed = (T) Objects.requireNonNull(reading.read(
                    content.getClass(), () -> json.readValue(merged.toString(), content.getClass()), merged::deepCopy));
            return changed;
        } catch (JsonProcessingException e) {
            throw InvalidRequest.of(List.of(Unreadable.fault(e)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode changes(String patch) {
        try {
            if (json.readTree(patch) instanceof ObjectNode changes) {
                return changes;
            }
            throw InvalidRequest.of(
                    List.of(Fault.at("", "form", "A JSON object of the fields to change belongs here.")));
        } catch (JsonProcessingException e) {
            throw InvalidRequest.of(List.of(Unreadable.fault(e)));
        }
    }

    private static void merge(ObjectNode target, ObjectNode changes) {
        changes.properties().forEach(change -> {
            String field = change.getKey();
            JsonNode value = change.getValue();
            if (value.isNull()) {
                target.remove(field);
            } else if (value instanceof ObjectNode object) {
                JsonNode present = target.path(field);
                ObjectNode inner = present instanceof ObjectNode there ? there : target.putObject(field);
                merge(inner, object);
            } else {
                target.set(field, value);
            }
        });
    }
}
