package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The AsyncAPI document names every event that has a contract, and no other. */
class AsyncApiTest {

    private static final Path CONTRACTS = Path.of("..", "contracts");

    @Test
    void describesEveryContractAndNothingElse() throws IOException {
        List<String> described = Files.readString(CONTRACTS.resolve("asyncapi.yaml"))
                .lines()
                .map(String::strip)
                .filter(line -> line.startsWith("$ref: './events/"))
                .map(line -> line.substring("$ref: './events/".length(), line.length() - 1))
                .sorted()
                .toList();

        assertThat(described).isEqualTo(written()).doesNotHaveDuplicates();
    }

    private static List<String> written() throws IOException {
        Path events = CONTRACTS.resolve("events");
        try (Stream<Path> files = Files.walk(events)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> events.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }
}
