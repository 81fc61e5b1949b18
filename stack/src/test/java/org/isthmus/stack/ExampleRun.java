package org.isthmus.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Sends the examples of the document as they stand, but for what nobody can know before: ids of what was entered, and the
 * names of things that the reference data has already.
 */
final class ExampleRun {

    private final String run = "-" + UUID.randomUUID().toString().substring(0, 6);

    private final ApiDocument document = ApiDocument.served();
    private final Map<String, ApiDocument.Operation> operations =
            document.operations().stream().collect(Collectors.toMap(ApiDocument.Operation::id, operation -> operation));
    private final Map<String, String> known = new HashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> sent = new HashSet<>();

    /** The operations with an example of their body that was not sent. */
    List<String> unsent() {
        return operations.values().stream()
                .filter(operation -> operation.node().has("requestBody"))
                .map(ApiDocument.Operation::id)
                .filter(id -> !sent.contains(id))
                .sorted()
                .toList();
    }

    /** What an id of the examples is here. */
    void is(String id, String here) {
        known.put(id, here);
    }

    /** The name under which the next thing of an example is entered. */
    void name(String example, String here) {
        names.put(example, here);
    }

    /** The same for a thing that was entered under this name. */
    void rename(String before, String here) {
        names.replaceAll((example, name) -> name.equals(before) ? here : name);
    }

    Api.Answer send(String operationId) {
        return send(operationId, "", "");
    }

    Api.Answer send(String operationId, String id) {
        return send(operationId, id, "");
    }

    /** A change of the version that is there. */
    Api.Answer change(String operationId, String id) {
        ApiDocument.Operation operation = operation(operationId);
        return send(
                operationId,
                id,
                operation
                        .client()
                        .get(operation.path().replace("{id}", id))
                        .expect(200)
                        .etag());
    }

    private Api.Answer send(String operationId, String id, String etag) {
        return send(operationId, id, etag, body -> {});
    }

    /** The same as an example, changed. */
    Api.Answer send(String operationId, String id, String etag, Consumer<ObjectNode> change) {
        ApiDocument.Operation operation = operation(operationId);
        ObjectNode body = here(operation, example(operation));
        change.accept(body);
        String path =
                operation.path().replace("{id}", id).replace("{version}", "1").replace("{service}", "projects");
        Api client = operation.client();
        Api.Answer answer = switch (operation.method()) {
            case "PUT" -> client.put(path, body.toString(), etag);
            case "PATCH" -> client.patch(path, body.toString(), etag);
            default -> client.post(path, body.toString(), key(operation));
        };
        if (answer.status() / 100 != 2) {
            throw new AssertionError(
                    "%s answers %d %s to %s".formatted(operationId, answer.status(), answer.body(), body));
        }
        return answer;
    }

    /** The example's own key the first time, as no other run sends it. */
    private String key(ApiDocument.Operation operation) {
        boolean isFirst = sent.add(operation.id());
        for (JsonNode parameter : operation.node().path("parameters")) {
            if (isFirst && parameter.path("name").asText().equals("Idempotency-Key")) {
                return parameter.path("example").asText() + run;
            }
        }
        return UUID.randomUUID().toString();
    }

    private ApiDocument.Operation operation(String id) {
        ApiDocument.Operation operation = operations.get(id);
        if (operation == null) {
            throw new AssertionError("there is no operation " + id);
        }
        return operation;
    }

    private ObjectNode example(ApiDocument.Operation operation) {
        sent.addAll(operation.method().equals("POST") ? Set.of() : Set.of(operation.id()));
        JsonNode body =
                operation.node().path("requestBody").path("content").elements().next();
        JsonNode schema = document.resolved(body.path("schema"));
        if (schema.path("example") instanceof ObjectNode example) {
            return example.deepCopy();
        }
        throw new AssertionError(operation.id() + " has no example of its body");
    }

    private ObjectNode here(ApiDocument.Operation operation, ObjectNode example) {
        ObjectNode body = (ObjectNode) replaced(example);
        if (operation.id().matches("(create|replace).*")) {
            for (String member : List.of("reference", "code")) {
                if (body.path(member) instanceof TextNode name) {
                    body.put(member, names.computeIfAbsent(name.asText(), text -> text + run));
                }
            }
        }
        return body;
    }

    private JsonNode replaced(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(member -> member.setValue(replaced(member.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, replaced(array.get(i)));
            }
        }
        return node instanceof TextNode text
                ? TextNode.valueOf(known.getOrDefault(text.asText(), text.asText()))
                : node;
    }
}
