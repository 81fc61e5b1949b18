package org.isthmus.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;

/**
 * What clients of the released document rely on is there, but for what the changelog says: the block of operations under
 * "Operations that break" names each one that a generated client must be made anew for.
 */
class ReleasedApiTest {

    private static final Path CONTRACTS = Path.of(System.getProperty("contracts.folder"));
    private static final Pattern NAMES = Pattern.compile("`([A-Za-z]+)`");

    @Test
    void onlyWhatTheChangelogNamesBreaks() throws IOException {
        ChangedOpenApi changes = OpenApiCompare.fromLocations(
                CONTRACTS.resolve("openapi/released/isthmus.yaml").toString(),
                CONTRACTS.resolve("openapi/isthmus.yaml").toString());

        Set<String> breaking = changes.getChangedOperations().stream()
                .filter(operation -> operation.isIncompatible())
                .map(operation -> operation.getOldOperation().getOperationId())
                .collect(Collectors.toCollection(TreeSet::new));
        changes.getMissingEndpoints()
                .forEach(gone -> breaking.add(gone.getOperation().getOperationId()));

        assertThat(breaking).isEqualTo(named());
    }

    private static Set<String> named() throws IOException {
        String changelog = Files.readString(CONTRACTS.resolveSibling("CHANGELOG.md"), UTF_8);
        String block =
                changelog.substring(changelog.indexOf("### Operations that break"), changelog.indexOf("### Security"));
        Set<String> names = new TreeSet<>();
        Matcher name = NAMES.matcher(block);
        while (name.find()) {
            names.add(name.group(1));
        }
        return names;
    }
}
