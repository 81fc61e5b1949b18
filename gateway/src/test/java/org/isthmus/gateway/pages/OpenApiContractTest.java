package org.isthmus.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isthmus.gateway.proxy.Routes;
import org.isthmus.gateway.proxy.Upstream;
import org.junit.jupiter.api.Test;

/** The committed document is the one that the services' documents make; {@code -Dcontracts.update=true} writes it anew. */
@QuarkusTest
class OpenApiContractTest {

    private static final Path FOLDER = Path.of(System.getProperty("contracts.folder"), "openapi");
    private static final Path MERGED = FOLDER.resolve("isthmus.yaml");
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER, YAMLGenerator.Feature.SPLIT_LINES)
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES, YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .build();

    @Inject
    @SuppressWarnings("NullAway.Init")
    Routes routes;

    @Test
    void isWhatTheServicesDocumentsMake() throws IOException {
        JsonNode merged = merge();
        String written = YAML.writeValueAsString(merged);
        assertThat(YAML.readTree(written)).isEqualTo(merged);

        if (Boolean.getBoolean("contracts.update")) {
            Files.writeString(MERGED, written);
        }

        assertThat(Files.readString(MERGED))
                .as("contracts/openapi/isthmus.yaml is stale: run this test with -Dcontracts.update=true")
                .isEqualTo(written);
    }

    @Test
    void holdsWhateverItRefersTo() throws IOException {
        JsonNode merged = merge();

        assertThat(merged.findValuesAsText("$ref"))
                .allSatisfy(ref -> assertThat(merged.at(ref.substring(1)).isMissingNode())
                        .as(ref)
                        .isFalse());
    }

    @Test
    void routesEveryPathOfAServiceToThatService() throws IOException {
        for (Path document : documents()) {
            for (String path : paths(document)) {
                Upstream owner = routes.owner(path.replace("{service}", service(document)));
                assertThat(owner == null ? "nobody" : owner.name()).as(path).isEqualTo(service(document));
            }
        }
    }

    private static JsonNode merge() throws IOException {
        OpenApiMerge merge = new OpenApiMerge(YAML.readTree(Page.read("openapi-gateway.yaml")));
        for (Path document : documents()) {
            merge.add(service(document), YAML.readTree(document.toFile()));
        }
        return merge.merged();
    }

    private static List<Path> documents() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> file.toString().endsWith("-service.yaml"))
                    .sorted()
                    .toList();
        }
    }

    private static String service(Path document) {
        return document.getFileName().toString().replace("-service.yaml", "");
    }

    private static List<String> paths(Path document) throws IOException {
        return YAML.readTree(document.toFile()).path("paths").properties().stream()
                .map(Map.Entry::getKey)
                .toList();
    }
}
