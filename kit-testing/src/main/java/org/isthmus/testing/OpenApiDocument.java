package org.isthmus.testing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The OpenAPI document that a service generates against the one that is committed. */
public final class OpenApiDocument {

    private OpenApiDocument() {}

    /** For a service such as {@code funding-service} the file is {@code contracts/openapi/funding-service.yaml}. */
    public static void assertCommitted(String service) {
        Path file = Contracts.folder().resolve("openapi").resolve(service + ".yaml");
        String generated = generated("YAML");
        try {
            if (Contracts.isUpdate()) {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.writeString(file, generated);
            }
            assertThat(generated)
                    .as("the generated document against %s; -Dcontracts.update=true writes it", file)
                    .isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static JsonNode asJson() {
        try {
            return new ObjectMapper().readTree(generated("JSON"));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("the OpenAPI document is not JSON", e);
        }
    }

    static String generated(String format) {
        return given().queryParam("format", format)
                .get("/openapi")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    /** A schema itself, where it only names one of these or wraps its name. */
    static JsonNode resolved(JsonNode schemas, JsonNode schema) {
        JsonNode one = schema;
        for (String wrapper : List.of("allOf", "anyOf")) {
            one = one.has(wrapper) ? one.path(wrapper).path(0) : one;
        }
        String reference = one.path("$ref").asText();
        return reference.isEmpty() ? one : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
    }
}
