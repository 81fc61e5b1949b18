package org.isthmus.stack.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {

    @TempDir
    private Path somewhere;

    @Test
    void whatItHoldsLastsUntilAFreshStart() throws IOException {
        Path path = somewhere.resolve("new/data");
        try (DataFolder first = DataFolder.take(path, false)) {
            Files.writeString(first.folder("kafka/topics").resolve("kept"), "yes");
        }
        try (DataFolder second = DataFolder.take(path, false)) {
            assertThat(second.file("kafka/topics/kept")).hasContent("yes");
        }
        try (DataFolder fresh = DataFolder.take(path, true)) {
            assertThat(fresh.file("kafka")).doesNotExist();
        }
    }

    @Test
    void eachSecretIsMadeOnceAndForItsOwnerAlone() throws IOException {
        try (DataFolder data = DataFolder.take(somewhere, false)) {
            String secret = data.secret("cursors");

            assertThat(secret).hasSize(48);
            assertThat(data.secret("cursors")).isEqualTo(secret);
            assertThat(data.secret("funding")).isNotEqualTo(secret);
            assertThat(Files.getPosixFilePermissions(data.file("secrets/cursors"))
                            .toString())
                    .doesNotContain("GROUP", "OTHERS");
        }
    }

    @Test
    void aFolderWithSomethingElseInItIsNeverTakenNotEvenFresh() throws IOException {
        Path precious = Files.writeString(somewhere.resolve("thesis.txt"), "years of work");

        assertThatThrownBy(() -> DataFolder.take(somewhere, true))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("holds something that is not Isthmus's data");
        assertThat(precious).hasContent("years of work");
    }

    @Test
    void aPlaceWhereNoFolderCanBeIsRefused() throws IOException {
        Path file = Files.writeString(somewhere.resolve("file"), "");

        assertThatThrownBy(() -> DataFolder.take(file.resolve("data"), false))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("cannot be used")
                .hasMessageContaining("--data DIR");
    }

    @Test
    void aProcessThatAKilledRunLeftBehindIsEnded() throws Exception {
        DataFolder.take(somewhere, false).close();
        Process orphan = new ProcessBuilder("sleep", "600").start();
        Processes.note(somewhere.resolve("processes"), orphan.toHandle());

        try (DataFolder next = DataFolder.take(somewhere, false)) {
            assertThat(orphan.isAlive()).isFalse();
            assertThat(next.file("processes")).doesNotExist();
        }
    }
}
