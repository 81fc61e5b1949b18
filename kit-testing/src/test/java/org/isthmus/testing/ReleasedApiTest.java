package org.isthmus.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReleasedApiTest {

    private static final String CALLS = """
            openapi: 3.0.3
            info: {title: Calls, version: "1"}
            paths:
              /v1/calls:
                get:
                  operationId: listCalls
                  parameters:
                    - {name: year, in: query, schema: {type: integer}}
                  responses:
                    "200":
                      description: Calls.
                      content:
                        application/json:
                          schema: {$ref: "#/components/schemas/Call"}
                    "404": {description: None.}
            components:
              schemas:
                Call:
                  type: object
                  required: [code]
                  properties:
                    code: {type: string}
                    title: {type: string}
                    status: {type: string, enum: [DRAFT, OPEN]}
            """;

    @Test
    void theDocumentOfTheGatewayIsCompatible() {
        assertThat(ReleasedApi.breaks("isthmus"))
                .as("own up to a break in CHANGELOG.md, - **breaking** `operationId or schema`: what and why")
                .isEmpty();
    }

    @Test
    void theChangelogNamesWhatTheReleaseHas() throws IOException {
        Set<String> known = new TreeSet<>();
        try (Stream<Path> released = Files.list(ReleasedApi.folder().resolve("released"))) {
            released.forEach(document -> known.addAll(ReleasedApi.names(ReleasedApi.read(document))));
        }

        assertThat(known).containsAll(Changelog.ofThisProduct().broken());
    }

    @Test
    void whatIsAddedBreaksNothing() {
        assertThat(breaks(
                        CALLS.replace(
                                "enum: [DRAFT, OPEN]}", "enum: [DRAFT, OPEN, CLOSED]}\n        lots: {type: integer}"),
                        ""))
                .isEmpty();
        assertThat(breaks(CALLS.replace("        \"404\": {description: None.}\n", ""), ""))
                .isEmpty();
    }

    @Test
    void whatIsTakenAwayIsNamed() {
        assertThat(breaks(CALLS.replace("        title: {type: string}\n", ""), ""))
                .containsExactly("listCalls: answer 200 has no property title");
        assertThat(breaks(CALLS.replace("name: year", "name: projectYear"), ""))
                .containsExactly("listCalls: takes no parameter year");
        assertThat(breaks(CALLS.replace("operationId: listCalls", "operationId: calls"), ""))
                .containsExactly("listCalls: is called calls");
        assertThat(breaks(CALLS.replace("/v1/calls:", "/v1/tenders:"), ""))
                .containsExactly("listCalls: GET /v1/calls is gone");
        assertThat(breaks(CALLS.replace("code: {type: string}", "code: {type: integer}"), ""))
                .containsExactly("listCalls: answer 200.code is of another type");
    }

    @Test
    void aReferenceInAPartIsTheSameReference() {
        String reference = "title: {$ref: \"#/components/schemas/Title\"}";
        String released = CALLS.replace("title: {type: string}", reference)
                .replace("schemas:\n", "schemas:\n    Title: {type: string}\n");
        String onlyRead =
                released.replace(reference, "title: {readOnly: true, allOf: [{$ref: \"#/components/schemas/Title\"}]}");
        Changelog nothing = Changelog.read("");

        assertThat(ReleasedApi.breaks(tree(released), tree(onlyRead), nothing)).isEmpty();
        assertThat(ReleasedApi.breaks(
                        tree(released),
                        tree(onlyRead.replace("Title: {type: string}", "Title: {type: integer}")),
                        nothing))
                .containsExactly("listCalls: answer 200.title is of another type");
    }

    @Test
    void whatTheChangelogOwnsUpToIsForgiven() {
        String gone = CALLS.replace("        title: {type: string}\n", "");

        assertThat(breaks(gone, "- **breaking** `Call`: has no title")).isEmpty();
        assertThat(breaks(gone, "- **breaking** `listCalls`: has no title")).isEmpty();
        assertThat(breaks(gone, "- **breaking** `Tender`: has no title")).isNotEmpty();
    }

    @Test
    void onlyWhatIsNotReleasedYetIsRead() {
        assertThat(Changelog.read("""
                        ## Unreleased
                        - **breaking** `listCalls`, `Call`: say why
                        - `listTenders` is new
                        - **breaking** `listLots`:

                        ## 1.0
                        - **breaking** `listTenders`: long ago
                        """).broken()).containsExactly("Call", "listCalls");
    }

    private static List<String> breaks(String present, String changes) {
        return ReleasedApi.breaks(tree(CALLS), tree(present), Changelog.read("## Unreleased\n" + changes));
    }

    private static JsonNode tree(String yaml) {
        try {
            return new YAMLMapper().readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the document of this test is YAML", e);
        }
    }
}
