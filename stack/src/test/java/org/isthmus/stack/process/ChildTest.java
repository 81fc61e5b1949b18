package org.isthmus.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.isthmus.stack.machine.CannotStart;
import org.isthmus.stack.machine.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildTest {

    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path somewhere;

    private DataFolder data;

    @BeforeEach
    void takeFolder() {
        data = DataFolder.take(somewhere, false);
    }

    @AfterEach
    void giveFolderBack() {
        data.close();
    }

    @Test
    void oneThatEndsWhileStartingIsNamedWithItsLogAndItsLastWords() {
        Child child = start("-no-such-option");

        assertThatThrownBy(() -> child.awaitReady(() -> false, () -> false, LONG))
                .isInstanceOf(CannotStart.class)
                .hasMessageStartingWith("The funding service ended by itself (exit code 1); its log is ")
                .hasMessageContaining(data.log("funding").toString())
                .hasMessageContaining("Unrecognized option: -no-such-option");
    }

    @Test
    void oneThatTakesTooLongIsNamedToo() {
        Child child = start("--list-modules");

        assertThatThrownBy(() -> child.awaitReady(() -> false, () -> false, Duration.ZERO))
                .hasMessageStartingWith("The funding service was not ready after 0 s; its log is ");
        child.kill();
    }

    @Test
    void whatTheCallersEnvironmentHoldsBesideIsNotHanded() throws Exception {
        Child child = start("--list-modules");

        List<String> names = Files.readString(
                        Path.of("/proc/%d/environ".formatted(child.handle().pid())))
                .lines()
                .flatMap(all -> Stream.of(all.split("\0")))
                .map(variable -> variable.replaceAll("=.*", ""))
                .toList();

        child.kill();
        assertThat(names).contains("PATH").isSubsetOf("PATH", "HOME", "TMPDIR", "TZ", "LANG", "LC_ALL", "PWD");
        assertThat(System.getenv().keySet().stream().filter(name -> !names.contains(name)))
                .isNotEmpty();
    }

    @Test
    void nobodyWaitsForOneThatIsGivenUp() {
        Child child = start("--list-modules");

        assertThatThrownBy(() -> child.awaitReady(() -> false, () -> true, LONG))
                .hasMessage("Stopped while the funding service was starting.");
        child.kill();
        assertThat(child.handle().isAlive()).isFalse();
    }

    private Child start(String argument) {
        return Child.start(
                "the funding service",
                data,
                ClassArchive.of(somewhere, "funding", somewhere),
                Map.of(),
                List.of(argument));
    }
}
