package org.isthmus.gateway.pages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import org.junit.jupiter.api.Test;

class OpenApiMergeTest {

    private static final String GATEWAY = "{openapi: 3.0.3, info: {title: T}, tags: [{name: about}], paths: {/: {}}}";

    @Test
    void keepsWhatMeansTheSameOnce() throws Exception {
        String document =
                "{paths: {/v1/audit: {get: {operationId: listAudit}}, /v1/%s: {}}, components: {schemas: {Money: {type: object}}}}";

        JsonNode merged = merge(document.formatted("a"), document.formatted("b"));

        assertThat(merged.at("/components/schemas").properties()).hasSize(1);
        assertThat(merged.path("paths").fieldNames()).toIterable().containsExactly("/", "/v1/a", "/v1/audit", "/v1/b");
    }

    @Test
    void refusesOneNameForTwoMeanings() {
        String document = "{paths: {/v1/%s: {}}, components: {schemas: {View: {type: %s}}}}";

        assertThatThrownBy(() -> merge(document.formatted("a", "string"), document.formatted("b", "object")))
                .hasMessageContaining("schemas/View");
    }

    @Test
    void addsWhatTheGatewayAnswersAndBothWaysToBringAToken() throws Exception {
        String document = "{paths: {/v1/%s: {get: {operationId: list%1$s, security: [{}, {oauth2: []}]}}}}";

        JsonNode operation =
                merge(document.formatted("a"), document.formatted("b")).at("/paths/~1v1~1a/get");

        assertThat(operation.at("/responses/429/$ref").asText()).isEqualTo("#/components/responses/TooManyRequests");
        assertThat(operation.path("security")).hasToString("[{},{\"oauth2\":[]},{\"bearer\":[]}]");
    }

    @Test
    void refusesOnePathWithTwoMeanings() {
        assertThatThrownBy(() -> merge("{paths: {/v1/a: {get: {}}}}", "{paths: {/v1/a: {put: {}}}}"))
                .hasMessageContaining("/v1/a");
    }

    @Test
    void refusesOneNameForTwoOperations() {
        String document = "{paths: {/v1/%s: {get: {operationId: list}}}}";

        assertThatThrownBy(() -> merge(document.formatted("a"), document.formatted("b")))
                .hasMessageContaining("list");
    }

    private static JsonNode merge(String funding, String projects) throws JsonProcessingException {
        YAMLMapper yaml = new YAMLMapper();
        return new OpenApiMerge(yaml.readTree(GATEWAY))
                .add("funding", yaml.readTree(funding))
                .add("projects", yaml.readTree(projects))
                .merged();
    }
}
