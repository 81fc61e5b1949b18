package org.isthmus.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Case C4: every field, every value and every problem code is explained, and lists answer one typed JSON. */
class ExplainedTest {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Pattern SOURCE = Pattern.compile(
            "\\.\\./(kit|kit-http|funding-service|programming-service|projects-service)/src/main/java/.*\\.java");
    private static final Pattern FAULT = Pattern.compile(
            "(?:\\b(?:Refusal|Fault|faults)\\s*\\.\\w+|\\.(?:require|add|fault)|\\bfault)\\((?:[^\"();]|\\([^()]*\\)|\"/[^\"]*\")*?\"([a-z]+(?:-[a-z0-9]+)+)\"");
    private final List<String> unexplained = new ArrayList<>();

    @Test
    void everySchemaFieldAndValueIsExplained() throws IOException {
        for (JsonNode document : documents()) {
            document.at("/components/schemas").properties().forEach(schema -> {
                requireWords(schema.getKey(), schema.getValue());
                walk(schema.getKey(), schema.getValue());
            });
        }
        assertThat(new TreeSet<>(unexplained)).isEmpty();
    }

    @Test
    void everyProblemCodeSaysWhatToDo() {
        assertThat(ProblemPages.read().rows())
                .allSatisfy((code, row) -> assertThat(row.remedy()).as(code).isNotBlank());
    }

    /** In the sources of services and kit: the last words of a call that tells a fault are its code and its sentence. */
    @Test
    void everyCodeThatIsToldHasAPage() throws IOException {
        ProblemPages pages = ProblemPages.read();
        Set<String> told = new TreeSet<>(Set.of("required", "length", "range", "form", "inconsistent", "unknown"));
        for (Path source : sources()) {
            Matcher calls = FAULT.matcher(Files.readString(source));
            while (calls.find()) {
                told.add(calls.group(1));
            }
        }
        assertThat(told).hasSizeGreaterThan(100).allMatch(pages::explains);
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(".."), 12)) {
            return files.filter(file -> SOURCE.matcher(file.toString()).matches())
                    .toList();
        }
    }

    @Test
    void eachWriteHasAKeyAndABodyOfItsOwnAsExample() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (JsonNode document : documents()) {
            List<JsonNode> operations = operations(document);
            keys.clear();
            for (JsonNode operation : operations) {
                String id = operation.path("operationId").asText();
                for (JsonNode parameter : operation.path("parameters")) {
                    if (parameter.path("name").asText().equals("Idempotency-Key")) {
                        assertThat(keys.add(parameter.path("example").asText()))
                                .as(id)
                                .isTrue();
                    }
                }
                for (JsonNode body : operation.at("/requestBody/content")) {
                    JsonNode schema =
                            document.at(body.at("/schema/$ref").asText().replaceFirst("^#", ""));
                    assertThat(schema.has("example") || schema.has("oneOf"))
                            .as(id + " has an example")
                            .isTrue();
                }
            }
        }
    }

    @Test
    void aTypedClientGetsOneTypeFromAList() throws IOException {
        for (JsonNode document : documents()) {
            for (JsonNode operation : operations(document)) {
                if (operation.path("operationId").asText().startsWith("list")
                        && !operation.path("tags").toString().contains("About")) {
                    assertThat(operation.at("/responses/200/content").size())
                            .as(operation.path("operationId").asText())
                            .isEqualTo(1);
                }
            }
        }
    }

    private static List<JsonNode> operations(JsonNode document) {
        List<JsonNode> operations = new ArrayList<>();
        document.path("paths")
                .forEach(path -> path.forEach(operation -> {
                    if (operation.has("operationId")) {
                        operations.add(operation);
                    }
                }));
        return operations;
    }

    private void walk(String name, JsonNode schema) {
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            if (!property.getValue().has("$ref")
                    && !property.getValue().at("/allOf/0").has("$ref")) {
                requireWords(name + "." + property.getKey(), property.getValue());
            }
            walk(name + "." + property.getKey(), property.getValue());
        }
        walkIfThere(name, schema.path("items"));
        walkIfThere(name, schema.path("additionalProperties"));
        schema.path("allOf").forEach(part -> walk(name, part));
    }

    private void walkIfThere(String name, JsonNode schema) {
        if (schema.isObject()) {
            walk(name + "[]", schema);
        }
    }

    private void requireWords(String name, JsonNode schema) {
        String words = schema.path("description").asText();
        if (words.isBlank()) {
            unexplained.add(name);
        }
        schema.path("enum").forEach(value -> {
            if (!value.isNull() && !words.contains(value.asText())) {
                unexplained.add(name + " = " + value.asText());
            }
        });
    }

    private static List<JsonNode> documents() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("contracts.folder"), "openapi"))) {
            List<JsonNode> documents = new ArrayList<>();
            for (Path file :
                    files.filter(file -> file.toString().endsWith(".yaml")).toList()) {
                documents.add(YAML.readTree(file.toFile()));
            }
            return documents;
        }
    }
}
