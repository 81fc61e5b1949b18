package org.isthmus.gateway.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import org.isthmus.kit.problem.ProblemType;

/** The one document of all paths, as committed in {@code contracts/openapi}, with this installation's token address. */
record OpenApi(Page yaml, Page json, Map<String, String> collections) {

    private static final String TOKEN_URL = "https://isthmus.example/token";

    static OpenApi read(URI tokenUrl, String publicUrl) {
        String yaml = new String(Page.read("openapi/isthmus.yaml"), UTF_8)
                .replace(TOKEN_URL, tokenUrl.toString())
                .replace(ProblemType.EXAMPLE_URL, publicUrl);
        try {
            JsonNode document = new YAMLMapper().readTree(yaml);
            return new OpenApi(
                    Page.of("application/yaml", yaml),
                    Page.of(Page.JSON, new ObjectMapper().writeValueAsString(document)),
                    collections(document.path("paths")));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isPublic(JsonNode operation) {
        return operation
                .path("x-roles")
                .valueStream()
                .anyMatch(role -> role.asText().equals("public"));
    }

    /** Each path that lists something for everybody, with what it says of itself. */
    private static Map<String, String> collections(JsonNode paths) {
        Map<String, String> collections = new TreeMap<>();
        for (Map.Entry<String, JsonNode> path : paths.properties()) {
            JsonNode get = path.getValue().path("get");
            if (path.getKey().startsWith("/v1/") && !path.getKey().contains("{") && isPublic(get)) {
                collections.put(path.getKey(), get.path("summary").asText());
            }
        }
        return collections;
    }
}
