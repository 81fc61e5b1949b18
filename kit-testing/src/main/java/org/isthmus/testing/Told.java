package org.isthmus.testing;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.reactive.messaging.Message;

/** An event that the service under test told. */
public record Told(String type, String payload, Map<String, String> headers) {

    /** All that was told under a key, such as the id of a project, in its order. */
    public static List<Told> of(InMemoryConnector kafka, Object key) {
        return kafka.<String>sink("outbox").received().stream()
                .filter(message -> key.toString().equals(metadata(message).getKey()))
                .map(message -> new Told(
                        new String(
                                metadata(message)
                                        .getHeaders()
                                        .lastHeader("ce_type")
                                        .value(),
                                UTF_8),
                        message.getPayload(),
                        headers(message)))
                .toList();
    }

    public static List<String> types(InMemoryConnector kafka, Object key) {
        return of(kafka, key).stream().map(Told::type).toList();
    }

    /** The newest version that was told; missing where nothing was. */
    public static JsonNode last(InMemoryConnector kafka, Object key) {
        return of(kafka, key).stream()
                .map(Told::json)
                .max(Comparator.comparing(told -> told.path("version").asInt()))
                .orElse(MissingNode.getInstance());
    }

    public JsonNode json() {
        try {
            return new ObjectMapper().readTree(payload);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> headers(Message<?> message) {
        Map<String, String> headers = new TreeMap<>();
        metadata(message).getHeaders().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }

    private static OutgoingKafkaRecordMetadata<?> metadata(Message<?> message) {
        return message.getMetadata(OutgoingKafkaRecordMetadata.class).orElseThrow();
    }
}
