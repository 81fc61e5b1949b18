package org.isthmus.stack.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.isthmus.stack.machine.CannotStart;

/** Where the product lies and what was built of it. */
public record Home(Path folder) {

    /** As the scripts tell. */
    public static Home ofThisRun() {
        return new Home(Path.of(System.getProperty("isthmus.home", "")).toAbsolutePath());
    }

    public Path jar(App app) {
        return folder.resolve(app.module()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** For what may be made again at any time. */
    public Path work() {
        return folder.resolve("stack/target");
    }

    /** Of this module, whose program the broker is: its own classes and all that Maven found for it. */
    public String classPath() {
        Path found = work().resolve("class-path");
        try {
            return work().resolve("stack-1-SNAPSHOT.jar") + File.pathSeparator + Files.readString(found);
        } catch (IOException failure) {
            throw new CannotStart("The file %s is missing: ./start makes it.".formatted(found), failure);
        }
    }

    public ClassArchive archive(App app) {
        return ClassArchive.of(work().resolve("archives"), app.label(), jar(app));
    }

    public ClassArchive brokerArchive() {
        return ClassArchive.of(work().resolve("archives"), "kafka", work().resolve("class-path"));
    }

    public void refuseUnbuilt() {
        for (App app : App.values()) {
            if (!Files.exists(jar(app))) {
                throw new CannotStart("The file %s is missing: ./start builds it.".formatted(jar(app)));
            }
        }
    }
}
