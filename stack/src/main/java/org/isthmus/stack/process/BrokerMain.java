package org.isthmus.stack.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.isthmus.stack.machine.Processes;

/** The broker's own process: formats its storage when that is new, then is Kafka. It does not outlive the launcher. */
final class BrokerMain {

    private BrokerMain() {}

    public static void main(String... arguments) throws Exception {
        ProcessHandle.current().parent().ifPresent(launcher -> Processes.whenEnded(launcher, () -> System.exit(1)));
        String configuration = arguments[0];
        if (!Files.exists(storage(Path.of(configuration)).resolve("meta.properties"))) {
            String[] format = {"format", "--cluster-id", arguments[1], "--config", configuration};
            if (StorageTool.execute(format, System.out) != 0) {
                System.exit(1);
            }
        }
        Kafka.main(new String[] {configuration});
    }

    private static Path storage(Path configuration) throws Exception {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(configuration)) {
            properties.load(reader);
        }
        return Path.of(properties.getProperty("log.dirs"));
    }
}
