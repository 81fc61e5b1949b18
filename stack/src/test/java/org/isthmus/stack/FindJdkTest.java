package org.isthmus.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part of ./start and ./verify that runs before there is a Java. */
class FindJdkTest {

    @TempDir
    private Path places;

    @Test
    void whatTheUserChoseIsTakenWhenItIsNewEnough() throws Exception {
        Path chosen = jdk("mine", "26.0.1");
        jdk("other", "25");

        assertThat(found(chosen)).isEqualTo(chosen.toString());
    }

    @Test
    void anOlderChoiceIsPassedOverForTheOldestThatIsNewEnough() throws Exception {
        Path chosen = jdk("default", "17.0.15");
        jdk("newest", "27-ea");
        Path right = jdk("right", "25.0.2");

        assertThat(found(chosen)).isEqualTo(right.toString());
    }

    @Test
    void aRuntimeWithoutACompilerIsNoJdk() throws Exception {
        Path runtime = jdk("jre", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(found(runtime)).contains("needs a JDK 25 or later").contains("found none");
    }

    @Test
    void whenThereIsNoneTheSentenceTellsWhatWasFound() throws Exception {
        Path eight = jdk("eight", "1.8.0_402");
        Path seventeen = jdk("seventeen", "17.0.15");

        assertThat(found(eight))
                .startsWith("Isthmus needs a JDK 25 or later, and found")
                .contains("8 (" + eight + ")")
                .contains("17 (" + seventeen + ")")
                .endsWith("point JAVA_HOME to it.");
    }

    private Path jdk(String name, String version) throws IOException {
        Path folder = places.resolve(name);
        Path compiler = Files.createDirectories(folder.resolve("bin")).resolve("javac");
        Files.writeString(compiler, "#!/bin/sh\n");
        assertThat(compiler.toFile().setExecutable(true)).isTrue();
        Files.writeString(folder.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        return folder;
    }

    /** The folder, or the sentence. */
    private String found(Path javaHome) throws Exception {
        String script = "PATH=/nowhere; . \"$0\"; find_jdk && echo \"$JAVA_HOME\"";
        ProcessBuilder bash = new ProcessBuilder(
                "/bin/bash",
                "-c",
                script,
                Path.of("find-jdk.sh").toAbsolutePath().toString());
        bash.environment().put("JAVA_HOME", javaHome.toString());
        bash.environment().put("ISTHMUS_JDKS", places + "/*");
        Process process = bash.redirectErrorStream(true).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    }
}
