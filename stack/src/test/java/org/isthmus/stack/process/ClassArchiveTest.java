package org.isthmus.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchiveTest {

    @TempDir
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Path program;

    @BeforeEach
    void build() throws IOException {
        program = Files.writeString(folder.resolve("program.jar"), "");
    }

    @Test
    void aRunThatEndsInPeaceLeavesOneForTheNext() throws Exception {
        run(archive());
        archive().keep();

        assertThat(archive().isThere()).isTrue();
        assertThat(archive().options().getFirst()).startsWith("-XX:SharedArchiveFile=");
        assertThat(run(archive())).contains("sharing");
    }

    @Test
    void aRunThatIsCutShortLeavesNone() throws Exception {
        run(archive());
        archive().discard();
        archive().keep();

        assertThat(archive().isThere()).isFalse();
    }

    @Test
    void anotherBuildMakesItsOwnAndTheOldOneGoes() throws Exception {
        run(archive());
        archive().keep();
        Files.setLastModifiedTime(program, FileTime.from(Instant.parse("2031-01-01T00:00:00Z")));

        assertThat(archive().isThere()).isFalse();
        run(archive());
        archive().keep();

        try (var files = Files.list(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".jsa"))).hasSize(1);
        }
    }

    private ClassArchive archive() {
        return ClassArchive.of(folder, "funding", program);
    }

    private static String run(ClassArchive archive) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(archive.options());
        command.add("-version");
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
