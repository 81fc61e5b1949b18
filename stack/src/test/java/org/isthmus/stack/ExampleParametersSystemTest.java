package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.isthmus.stack.Cycle.AUDITOR;
import static org.isthmus.stack.Cycle.PROGRAMME_OFFICER;
import static org.isthmus.stack.Cycle.eventually;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Every example of a parameter of a read is answered (C4). */
@ExtendWith(Isthmus.class)
class ExampleParametersSystemTest {

    @Test
    void everyParameterIsAccepted() {
        somethingOfEachKind();
        ApiDocument document = ApiDocument.served();
        List<String> wrong = new ArrayList<>();
        for (ApiDocument.Operation operation : document.operations()) {
            for (JsonNode named : operation.node().path("parameters")) {
                JsonNode parameter = document.resolved(named);
                if (operation.method().equals("GET") && parameter.has("example")) {
                    ask(operation, parameter, address(operation, document), wrong);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    /** The reference data has no actions, no payments, no recommendations and no erasures. */
    private static void somethingOfEachKind() {
        new ExampleRun().send("createEvaluation");
        Cycle cycle = Cycle.adopted("1000.00");
        cycle.appropriate("PAYMENT", 2011, "1000.00");
        String project = cycle.projectOnceKnown("parameters");
        cycle.signGrant(project, "1000.00");
        eventually(() -> AUDITOR.get("/v1/projects/" + project).text("/status").equals("IMPLEMENTATION"));
        cycle.pay(cycle.commitmentOf(project), "1000.00");
        PROGRAMME_OFFICER
                .post("/v1/audit/projects/erasures", """
                        {"thing": "%s", "reason": "It names a participant"}
                        """.formatted(project))
                .expect(201);
    }

    /** What is asked of a past that is older than the record is not there, nor is an amendment where none waits. */
    private static void ask(ApiDocument.Operation operation, JsonNode parameter, String path, List<String> wrong) {
        String name = parameter.path("name").asText();
        String example = parameter.path("example").asText();
        boolean isHeader = parameter.path("in").asText().equals("header");
        boolean isQuery = parameter.path("in").asText().equals("query");
        int status = operation
                .client()
                .get(isQuery ? path + "?" + name + "=" + example : path, isHeader ? Map.of(name, example) : Map.of())
                .status();
        boolean isNothing = name.toLowerCase(Locale.ROOT).endsWith("asof") || path.endsWith("/amendment");
        if (status != 200 && !(status == 404 && isNothing) && !(isHeader && status == 304)) {
            wrong.add("%s answers %d to %s=%s at %s".formatted(operation.id(), status, name, example, path));
        }
    }

    /** The operation's path, with the examples of its parts and with a thing that is there. */
    private static String address(ApiDocument.Operation operation, ApiDocument document) {
        String path = operation.path().replace("{version}", "1");
        for (JsonNode named : operation.node().path("parameters")) {
            JsonNode parameter = document.resolved(named);
            if (parameter.path("in").asText().equals("path") && parameter.has("example")) {
                path = path.replace(
                        "{" + parameter.path("name").asText() + "}",
                        parameter.path("example").asText());
            }
        }
        if (!path.contains("{id}")) {
            return path;
        }
        JsonNode row = row(operation, path.substring(0, path.indexOf("/{id}")), path.contains("{relationId}"));
        return path.replace("{id}", row.path("id").asText())
                .replace("{relationId}", row.at("/relations/0/id").asText());
    }

    private static JsonNode row(ApiDocument.Operation operation, String list, boolean isRelated) {
        for (JsonNode row :
                operation.client().get(list + "?limit=100").expect(200).body().path("items")) {
            if (!isRelated || row.at("/relations/0/id").isTextual()) {
                return row;
            }
        }
        throw new AssertionError("nothing is at " + list);
    }
}
